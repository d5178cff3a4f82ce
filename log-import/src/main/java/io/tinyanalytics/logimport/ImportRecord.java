package io.tinyanalytics.logimport;

import java.time.Instant;

/**
 * How far one import has come.
 *
 * @param log what is imported
 * @param since when the events that count were sent: those of an earlier import within the
 *     deduplication horizon, else those of this one
 * @param lines how many lines, from the log's first, the edge has decided about
 * @param counts what it decided about them
 * @param finished whether the import reached the log's end
 */
record ImportRecord(
    LogIdentity log, Instant since, long lines, EdgeCounts counts, boolean finished) {

  static ImportRecord begin(LogIdentity log, Instant since) {
    return new ImportRecord(log, since, 0, EdgeCounts.NONE, false);
  }

  ImportRecord at(long lines, EdgeCounts counts) {
    return new ImportRecord(log, since, lines, counts, false);
  }

  ImportRecord done() {
    return new ImportRecord(log, since, lines, counts, true);
  }

  ImportRecord countedSince(Instant instant) {
    return new ImportRecord(log, instant, lines, counts, finished);
  }
}
