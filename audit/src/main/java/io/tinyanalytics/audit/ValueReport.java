package io.tinyanalytics.audit;

import java.util.List;

/**
 * How the messages that Kafka still held compare with their rows.
 *
 * @param compared how many messages have been compared
 * @param different how many of them have a row that is not equal
 * @param differences the first of these
 */
record ValueReport(long compared, long different, List<Difference> differences) {

  /** How many differences are named. */
  static final int NAMED = 20;

  ValueReport {
    differences = List.copyOf(differences);
  }

  boolean isClean() {
    return different == 0;
  }

  /** A message whose row has other values in these fields, by their names on the wire. */
  record Difference(int partition, long offset, List<String> fields) {
    Difference {
      fields = List.copyOf(fields);
    }
  }
}
