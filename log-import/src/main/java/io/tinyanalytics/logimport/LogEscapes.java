package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * The escapes that web servers write into quoted fields: {@code \"}, {@code \\}, {@code \xhh} for a
 * byte, and the letters of C for white space. Any other backslash stands for itself.
 */
final class LogEscapes {
  private static final String LETTERS = "\"\\btnvfr";
  private static final String MEANT = "\"\\\b\t\n\u000b\f\r";

  private LogEscapes() {}

  /** The text that was escaped; bytes that are no UTF-8 become the replacement character. */
  static String undo(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var bytes = new ByteArrayOutputStream(field.length());
    int at = 0;
    while (at < field.length()) {
      int backslash = field.indexOf('\\', at);
      int plainEnd = backslash < 0 ? field.length() : backslash;
      bytes.writeBytes(field.substring(at, plainEnd).getBytes(UTF_8));
      at = backslash < 0 ? plainEnd : undo(field, backslash, bytes);
    }
    return bytes.toString(UTF_8);
  }

  /** Writes what the escape at the backslash stands for, and returns where it ends. */
  private static int undo(String field, int backslash, ByteArrayOutputStream bytes) {
    int next = backslash + 1;
    if (isHexByte(field, next)) {
      bytes.write(Integer.parseInt(field, next + 1, next + 3, 16));
      return next + 3;
    }
    int letter = next < field.length() ? LETTERS.indexOf(field.charAt(next)) : -1;
    if (letter >= 0) {
      bytes.write(MEANT.charAt(letter));
      return next + 1;
    }
    bytes.write('\\');
    return next;
  }

  private static boolean isHexByte(String field, int x) {
    return x + 2 < field.length()
        && field.charAt(x) == 'x'
        && Character.digit(field.charAt(x + 1), 16) >= 0
        && Character.digit(field.charAt(x + 2), 16) >= 0;
  }
}
