package io.tinyanalytics.audit;

import java.util.Map;

/**
 * One row of {@code events} or {@code discards}.
 *
 * @param reason why it is a discard; empty for an event
 * @param fields the text of each field by its name on the wire
 */
record StoredRow(long offset, String reason, Map<String, String> fields) {
  StoredRow {
    fields = Map.copyOf(fields);
  }

  boolean isEvent() {
    return reason.isEmpty();
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
