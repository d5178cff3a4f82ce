package io.tinyanalytics.logimport;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers equal lines. It forgets a line after {@link #REMEMBERED} to twice as many other ones, so
 * that memory is bounded: equal lines are of the same second and stand close together. When it
 * forgets depends on the lines alone, so that each run over a log gives the same numbers.
 */
final class Occurrences {
  static final int REMEMBERED = 250_000;

  private Map<Long, Integer> recent = new HashMap<>();
  private Map<Long, Integer> older = new HashMap<>();

  /** How often the line came so far, this time included. */
  int next(long line) {
    int number = recent.getOrDefault(line, older.getOrDefault(line, 0)) + 1;
    recent.put(line, number);
    if (recent.size() == REMEMBERED) {
      older = recent;
      recent = new HashMap<>();
    }
    return number;
  }
}
