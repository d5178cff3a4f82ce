package io.tinyanalytics.bench;

/** Measures one thing and compares it with a named limit or peer in the same run. */
interface Benchmark {
  /**
   * Runs to the end and prints what it measured.
   *
   * @throws IllegalArgumentException if an option is unknown or invalid; the message says what is
   *     allowed
   */
  void run(Options options, Output out) throws Exception;
}
