package io.tinyanalytics.audit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of one partition below its judged end, as one query saw them.
 *
 * @param events how many rows {@code events} has
 * @param discards how many rows {@code discards} has, by reason
 * @param buckets those that hold a row, by number
 */
record StoredRows(long events, SortedMap<String, Long> discards, List<Bucket> buckets) {
  static final StoredRows NONE = new StoredRows(0, Collections.emptySortedMap(), List.of());

  StoredRows {
    discards = Collections.unmodifiableSortedMap(new TreeMap<>(discards));
    buckets = List.copyOf(buckets);
  }

  /** How many rows there are. */
  long rows() {
    return buckets.stream().mapToLong(Bucket::rows).sum();
  }

  /** On how many different offsets they stand. */
  long offsets() {
    return buckets.stream().mapToLong(Bucket::offsets).sum();
  }

  /** The lowest offset that is stored, or {@code otherwise} if none is. */
  long lowest(long otherwise) {
    return buckets.isEmpty() ? otherwise : buckets.get(0).lowest();
  }

  /** The first offset after all that are stored, or {@code otherwise} if none is. */
  long end(long otherwise) {
    return buckets.isEmpty() ? otherwise : buckets.get(buckets.size() - 1).highest() + 1;
  }
}
