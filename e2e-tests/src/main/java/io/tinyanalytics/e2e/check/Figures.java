package io.tinyanalytics.e2e.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** Takes down what a check finds, also when the check breaks off. */
final class Figures {

  private final Map<String, Object> byName = new LinkedHashMap<>();

  /** Notes a figure and returns it. */
  long put(String name, long value) {
    byName.put(name, value);
    return value;
  }

  void put(String name, String text) {
    byName.put(name, text);
  }

  Map<String, Object> byName() {
    return byName;
  }
}
