package io.tinyanalytics.bench;

/** Measures one thing beside a named limit or peer, in one run. */
interface Benchmark {
  /**
   * Runs to the end and prints what it measured.
   *
   * @throws IllegalArgumentException if the options are not its own; the message says what is
   */
  void run(Options options, Output out) throws Exception;
}
