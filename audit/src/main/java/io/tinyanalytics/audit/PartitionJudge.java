package io.tinyanalytics.audit;

import io.tinyanalytics.audit.PartitionReport.DoubledOffset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Judges one partition. It checks the counts of each bucket first, and reads single offsets only
 * for a bucket whose counts do not match.
 */
final class PartitionJudge {
  private final int partition;
  private final OffsetRange judged;
  private final StoredRows stored;
  private final Store store;
  private final List<OffsetRange> missingOffsets = new ArrayList<>();
  private final List<DoubledOffset> doubledOffsets = new ArrayList<>();
  private long missing;

  /**
   * @param judged the offsets to judge
   * @param stored the rows at these offsets
   */
  PartitionJudge(int partition, OffsetRange judged, StoredRows stored, Store store) {
    this.partition = partition;
    this.judged = judged;
    this.stored = stored;
    this.store = store;
  }

  /**
   * Creates the report. Must be called only once.
   *
   * @param due the offsets that should be stored by now; an absent offset is missing if it is in
   *     this range, and in flight otherwise
   */
  PartitionReport report(OffsetRange due) throws IOException {
    long doubled = stored.rows() - stored.offsets();
    long absent = judged.size() - stored.offsets();
    if (doubled > 0 || absent > 0) {
      inspect(due);
    }
    return new PartitionReport(
        partition,
        judged,
        stored.events(),
        stored.discards(),
        absent - missing,
        missing,
        doubled,
        missingOffsets,
        doubledOffsets);
  }

  private void inspect(OffsetRange due) throws IOException {
    long next = judged.begin() / Bucket.SIZE;
    for (var bucket : stored.buckets()) {
      missing(new OffsetRange(next * Bucket.SIZE, bucket.number() * Bucket.SIZE).within(due));
      inspect(bucket, due);
      next = bucket.number() + 1;
    }
    long end = Math.max(next * Bucket.SIZE, judged.end());
    missing(new OffsetRange(next * Bucket.SIZE, end).within(due));
  }

  private void inspect(Bucket bucket, OffsetRange due) throws IOException {
    var range = Bucket.range(bucket.number()).within(judged);
    if (bucket.rows() == range.size() && bucket.offsets() == range.size()) {
      return;
    }
    var copies = store.copies(partition, range);
    missing(copies, range.within(due));
    copies.forEach(
        (offset, rows) -> {
          if (rows > 1 && doubledOffsets.size() < PartitionReport.NAMED) {
            doubledOffsets.add(new DoubledOffset(offset, rows));
          }
        });
  }

  private void missing(SortedMap<Long, Long> copies, OffsetRange due) {
    long next = due.begin();
    for (long offset : copies.subMap(due.begin(), due.end()).keySet()) {
      missing(new OffsetRange(next, offset));
      next = offset + 1;
    }
    missing(new OffsetRange(next, due.end()));
  }

  private void missing(OffsetRange range) {
    if (range.size() == 0) {
      return;
    }
    missing += range.size();
    int last = missingOffsets.size() - 1;
    if (last >= 0 && missingOffsets.get(last).end() == range.begin()) {
      missingOffsets.set(last, new OffsetRange(missingOffsets.get(last).begin(), range.end()));
    } else if (missingOffsets.size() < PartitionReport.NAMED) {
      missingOffsets.add(range);
    }
  }
}
