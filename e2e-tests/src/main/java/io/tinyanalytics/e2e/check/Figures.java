package io.tinyanalytics.e2e.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** Records what a check finds. What was recorded is kept if the check fails with an exception. */
final class Figures {

  private final Map<String, Object> byName = new LinkedHashMap<>();

  /** Records a figure and returns it. */
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
