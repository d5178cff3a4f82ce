package io.tinyanalytics.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A store in memory: rows by partition and offset. Rows that are said to come later appear with
 * each further look, one batch a look.
 */
final class FakeStore implements Store {
  private final SortedMap<Integer, SortedMap<Long, Long>> copies = new TreeMap<>();
  private final List<Runnable> later = new ArrayList<>();
  private int inspections;

  FakeStore with(int partition, long first, long last) {
    for (long offset = first; offset <= last; offset++) {
      copies.computeIfAbsent(partition, p -> new TreeMap<>()).merge(offset, 1L, Long::sum);
    }
    return this;
  }

  FakeStore later(int partition, long first, long last) {
    later.add(() -> with(partition, first, last));
    return this;
  }

  /** How many buckets were looked into. */
  int inspections() {
    return inspections;
  }

  @Override
  public StoredRows rows(int partition, long end) {
    var below = copies.getOrDefault(partition, new TreeMap<>()).headMap(end);
    var buckets = new TreeMap<Long, Bucket>();
    long rows = 0;
    for (var entry : below.entrySet()) {
      long offset = entry.getKey();
      rows += entry.getValue();
      long number = offset / Bucket.SIZE;
      buckets.merge(
          number,
          new Bucket(number, entry.getValue(), 1, offset, offset),
          (b, one) ->
              new Bucket(number, b.rows() + one.rows(), b.offsets() + 1, b.lowest(), offset));
    }
    var seen = new StoredRows(rows, new TreeMap<>(), List.copyOf(buckets.values()));
    if (!later.isEmpty()) {
      later.remove(0).run();
    }
    return seen;
  }

  @Override
  public SortedMap<Long, Long> copies(int partition, OffsetRange range) {
    inspections++;
    return copies.getOrDefault(partition, new TreeMap<>()).subMap(range.begin(), range.end());
  }
}
