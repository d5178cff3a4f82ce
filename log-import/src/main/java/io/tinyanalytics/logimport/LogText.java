package io.tinyanalytics.logimport;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a file begins.
 *
 * @param text one byte in each character
 */
record LogText(String text) {
  private static final int LINES = 10;
  private static final int LONGEST_LINE = 2_000;

  boolean startsWith(String beginning) {
    return text.startsWith(beginning);
  }

  boolean startsAt(int offset, String part) {
    return text.startsWith(part, offset);
  }

  boolean isBlank() {
    return text.isBlank() || text.equals("\u00EF\u00BB\u00BF");
  }

  /** Whether there is its byte order mark, or every other byte is mostly zero. */
  boolean isUtf16() {
    int half = text.length() / 2;
    return text.startsWith("\u00FF\u00FE")
        || text.startsWith("\u00FE\u00FF")
        || (half > 0
            && (zeros(i -> i % 2 == 0) > half * 0.8 ^ zeros(i -> i % 2 == 1) > half * 0.8));
  }

  /** Whether there is a byte that no text has. */
  boolean isBinary() {
    return text.chars().anyMatch(c -> c < ' ' && "\t\n\u000b\f\r\u001b".indexOf(c) < 0);
  }

  /** Some lines that are not blank, cut where they are very long. */
  Stream<String> firstLines() {
    var bare = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    return bare.lines()
        .filter(line -> !line.isBlank())
        .limit(LINES)
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)));
  }

  private long zeros(IntPredicate places) {
    return IntStream.range(0, text.length())
        .filter(places)
        .filter(place -> text.charAt(place) == 0)
        .count();
  }
}
