package io.tinyanalytics.logimport;

/**
 * The escapes that web servers write into a log: {@code \"}, {@code \\}, {@code \xhh} for a byte,
 * and the letters of C for white space. Any other backslash stands for itself.
 *
 * <p>All texts here hold one byte in each character, as ISO-8859-1 reads them: a browser may send
 * bytes that are no UTF-8.
 */
final class LogEscapes {
  private static final String LETTERS = "\"\\abtnvfr";
  private static final String MEANT = "\"\\\u0007\b\t\n\u000b\f\r";

  private LogEscapes() {}

  /** The bytes that were escaped. */
  static String undo(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var undone = new StringBuilder(field.length());
    int at = 0;
    while (at < field.length()) {
      if (field.charAt(at) == '\\') {
        at = undoOne(field, at, undone);
      } else {
        undone.append(field.charAt(at++));
      }
    }
    return undone.toString();
  }

  /** Writes what the escape at the backslash stands for, and returns where it ends. */
  private static int undoOne(String field, int backslash, StringBuilder undone) {
    int next = backslash + 1;
    if (isHexByte(field, next)) {
      undone.append((char) Integer.parseInt(field, next + 1, next + 3, 16));
      return next + 3;
    }
    int letter = next < field.length() ? LETTERS.indexOf(field.charAt(next)) : -1;
    if (letter >= 0) {
      undone.append(MEANT.charAt(letter));
      return next + 1;
    }
    undone.append('\\');
    return next;
  }

  private static boolean isHexByte(String field, int x) {
    return x + 2 < field.length()
        && field.charAt(x) == 'x'
        && Character.digit(field.charAt(x + 1), 16) >= 0
        && Character.digit(field.charAt(x + 2), 16) >= 0;
  }
}
