package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One line of a log as its bytes, without its end.
 *
 * @param number counted from 1
 * @param bytes as they stand; not copied
 * @param whole false if the line was longer than {@link LogLines#LONGEST_LINE}: the rest is cut off
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogLine(long number, byte[] bytes, boolean whole) {

  /** The line as text; bytes that are no UTF-8 become the replacement character. */
  String text() {
    return new String(bytes, UTF_8);
  }
}
