package io.tinyanalytics.bench.visits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The middle of what was measured; of an even number of values, the greater of the two. */
final class Medians {
  private Medians() {}

  static double of(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  static Map<String, Double> of(Map<String, List<Double>> values) {
    Map<String, Double> medians = new LinkedHashMap<>();
    values.forEach((name, measured) -> medians.put(name, of(measured)));
    return medians;
  }
}
