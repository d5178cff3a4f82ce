package io.tinyanalytics.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Splits headers that are lists. Empty elements are skipped, and a separator inside a quoted value
 * does not separate. A quote that does not begin a value, or that is not closed, is an ordinary
 * character. So text from a client cannot hide what a proxy appended.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6">RFC 9110, 5.6</a>
 */
final class ListHeader {

  private static final String AFTER_A_VALUE = ",;";

  private ListHeader() {}

  /** The elements of all lines of a header, in order. */
  static Stream<String> elements(List<String> lines) {
    return lines.stream().flatMap(line -> split(line, ',').stream());
  }

  /** Splits a text at separators outside of quotes, and removes blanks around the parts. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i = next(text, i)) {
      if (i == text.length() || text.charAt(i) == separator) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** The text of a value, which may be quoted. */
  static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  /** The index after the character or the quoted value that begins at {@code i}. */
  private static int next(String text, int i) {
    boolean opens =
        i > 0 && i < text.length() && text.charAt(i) == '"' && text.charAt(i - 1) == '=';
    int end = opens ? closing(text, i) + 1 : 0;
    return end > 0 && endsAValue(text, end) ? end : i + 1;
  }

  /** The index of the quote that closes the one at {@code open}, or -1. */
  private static int closing(String text, int open) {
    int i = open + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < text.length() ? i : -1;
  }

  private static boolean endsAValue(String text, int end) {
    String rest = text.substring(end).stripLeading();
    return rest.isEmpty() || AFTER_A_VALUE.indexOf(rest.charAt(0)) >= 0;
  }
}
