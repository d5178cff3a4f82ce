package io.tinyanalytics.e2e.watch;

import java.util.Arrays;
import java.util.OptionalDouble;

/** One answer of a metrics endpoint, in Prometheus's text format. */
record Exposition(String text) {

  /**
   * The sum of a metric over all its labels.
   *
   * @param label a label that must be present, as {@code name="value"}; empty for any
   * @return empty if there is no such metric
   */
  OptionalDouble sum(String name, String label) {
    double[] values =
        text.lines()
            .filter(line -> line.startsWith(name) && isEnd(line, name.length()))
            .filter(line -> line.contains(label))
            .mapToDouble(Exposition::value)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(values).sum());
  }

  private static boolean isEnd(String line, int at) {
    return at < line.length() && (line.charAt(at) == '{' || line.charAt(at) == ' ');
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
