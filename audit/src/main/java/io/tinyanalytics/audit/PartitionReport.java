package io.tinyanalytics.audit;

import java.util.List;
import java.util.SortedMap;

/**
 * The verdict on one partition. This is always true: {@code events + discards = judged.size() -
 * inFlight - missing + doubled}.
 *
 * @param judged the offsets that were judged
 * @param events the number of rows in {@code events}
 * @param discards the number of rows in {@code discards} by reason
 * @param inFlight the number of absent offsets that may still be stored
 * @param missing the number of absent offsets that should have been stored
 * @param doubled the number of surplus rows: all rows after the first at their offset
 * @param missingOffsets the first ranges of missing offsets
 * @param doubledOffsets the first offsets with more than one row
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

  /** The maximum number of ranges, and of offsets, that the report lists. */
  static final int NAMED = 20;

  PartitionReport {
    missingOffsets = List.copyOf(missingOffsets);
    doubledOffsets = List.copyOf(doubledOffsets);
  }

  boolean isClean() {
    return missing == 0 && doubled == 0;
  }

  /** An offset with {@code rows} rows in both tables together; at least two. */
  record DoubledOffset(long offset, long rows) {}
}
