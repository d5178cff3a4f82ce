package io.tinyanalytics.logimport;

import java.time.Instant;

/**
 * How far one import has come.
 *
 * @param log what is imported
 * @param since when the oldest events that count were sent, within the deduplication horizon
 * @param position up to where the edge has decided about each line
 * @param counts what it decided about them
 * @param finished whether the import reached the log's end
 */
record ImportRecord(
    LogIdentity log, Instant since, LogPosition position, EdgeCounts counts, boolean finished) {

  static ImportRecord begin(LogIdentity log, Instant since) {
    return new ImportRecord(log, since, LogPosition.BEGINNING, EdgeCounts.NONE, false);
  }

  /** The same import, further on; {@code more} was decided since. */
  ImportRecord at(LogPosition next, EdgeCounts more) {
    return new ImportRecord(log, since, next, counts.plus(more), false);
  }

  ImportRecord done() {
    return new ImportRecord(log, since, position, counts, true);
  }

  /** The same state under another identity or time. */
  ImportRecord as(LogIdentity identity, Instant instant) {
    return new ImportRecord(identity, instant, position, counts, finished);
  }
}
