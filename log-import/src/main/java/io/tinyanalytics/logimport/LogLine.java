package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * One line of a log as its bytes, without its end and without a byte order mark.
 *
 * @param number counted from 1
 * @param bytes as they stand; not copied
 * @param whole false if the line was longer than {@link LogLines#LONGEST_LINE}: the rest is cut off
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogLine(long number, byte[] bytes, boolean whole) {

  /** The line with one byte in each character: it need not be UTF-8. */
  String text() {
    return new String(bytes, ISO_8859_1);
  }
}
