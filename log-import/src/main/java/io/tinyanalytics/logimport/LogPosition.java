package io.tinyanalytics.logimport;

/**
 * How far a log is read.
 *
 * @param lines how many lines, from the first
 * @param check the CRC-32C of these lines: tells another log of as many lines apart
 */
record LogPosition(long lines, long check) {
  static final LogPosition BEGINNING = new LogPosition(0, 0);
}
