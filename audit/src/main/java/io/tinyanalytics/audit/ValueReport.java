package io.tinyanalytics.audit;

import java.util.List;

/**
 * The result of comparing the messages that Kafka still held with their rows.
 *
 * @param compared how many messages were compared
 * @param different how many of them have a row that differs
 * @param differences the first differing messages
 */
record ValueReport(long compared, long different, List<Difference> differences) {

  /** The maximum number of differences that the report lists. */
  static final int NAMED = 20;

  ValueReport {
    differences = List.copyOf(differences);
  }

  boolean isClean() {
    return different == 0;
  }

  /** A message whose row has different values in these fields, given by their names on the wire. */
  record Difference(int partition, long offset, List<String> fields) {
    Difference {
      fields = List.copyOf(fields);
    }
  }
}
