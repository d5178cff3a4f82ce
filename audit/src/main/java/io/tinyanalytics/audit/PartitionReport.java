package io.tinyanalytics.audit;

import java.util.List;
import java.util.SortedMap;

/**
 * The verdict on one partition. Always: {@code events + discards = judged.size() - inFlight -
 * missing + doubled}.
 *
 * @param judged the offsets that were judged
 * @param events rows of {@code events}
 * @param discards rows of {@code discards} by reason
 * @param inFlight absent offsets that may still be stored
 * @param missing absent offsets that should have been stored
 * @param doubled rows too many: beyond the first on their offset
 * @param missingOffsets the first of the missing offsets
 * @param doubledOffsets the first of the offsets with more than one row
 */
record PartitionReport(
    int partition,
    OffsetRange judged,
    long events,
    SortedMap<String, Long> discards,
    long inFlight,
    long missing,
    long doubled,
    List<OffsetRange> missingOffsets,
    List<DoubledOffset> doubledOffsets) {

  /** How many ranges and offsets are named. */
  static final int NAMED = 20;

  PartitionReport {
    missingOffsets = List.copyOf(missingOffsets);
    doubledOffsets = List.copyOf(doubledOffsets);
  }

  boolean isClean() {
    return missing == 0 && doubled == 0;
  }

  /** An offset that stands in {@code rows} rows of both tables together; more than one. */
  record DoubledOffset(long offset, long rows) {}
}
