package io.tinyanalytics.e2e.chaos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a run.
 *
 * @param report the folder that the report is written to
 */
record ChaosOptions(long seed, int minutes, Path report) {

  static final String USAGE =
      "Usage: ./scripts/chaos --seed SEED --minutes MINUTES [--report FOLDER]";

  private static final Path USUAL_REPORT = Path.of("chaos-report");
  private static final Set<String> NAMES = Set.of("--seed", "--minutes", "--report");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it is invalid; the message shows the usage
   */
  static ChaosOptions of(List<String> words) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      values.put(words.get(i), words.get(i + 1));
    }
    boolean known = NAMES.containsAll(values.keySet()) && values.size() * 2 == words.size();
    if (!known || !values.containsKey("--seed") || !values.containsKey("--minutes")) {
      throw new IllegalArgumentException(USAGE);
    }
    int minutes = (int) number(values, "--minutes");
    if (minutes < 1) {
      throw new IllegalArgumentException("--minutes must be at least 1.");
    }
    Path report = Path.of(values.getOrDefault("--report", USUAL_REPORT.toString()));
    return new ChaosOptions(number(values, "--seed"), minutes, report);
  }

  private static long number(Map<String, String> values, String name) {
    String value = values.getOrDefault(name, "");
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be a number, not \"%s\".".formatted(name, value), e);
    }
  }
}
