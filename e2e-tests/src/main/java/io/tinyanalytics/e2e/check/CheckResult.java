package io.tinyanalytics.e2e.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a check.
 *
 * @param name the condition, as a sentence
 * @param figures numbers and examples, in the order in which they were found
 */
public record CheckResult(String name, boolean passed, Map<String, Object> figures) {

  public CheckResult {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** One line for people. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(passed ? "ok   " : "RED  ").append(name).append(':');
    figures.forEach((figure, value) -> line.append(' ').append(figure).append('=').append(value));
    return line.toString();
  }
}
