package io.tinyanalytics.bench;

import java.io.PrintStream;

/** Measures one thing beside a named limit or peer, in one run. */
interface Benchmark {
  /**
   * Runs to the end and prints what it measured.
   *
   * @throws IllegalArgumentException if the options are not its own; the message says what is
   */
  void run(Options options, PrintStream out) throws Exception;
}
