package io.tinyanalytics.audit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of one partition below the end of the judged offsets, as read by one query.
 *
 * @param events how many rows {@code events} has
 * @param discards how many rows {@code discards} has, by reason
 * @param buckets the buckets that hold a row, in the order of their numbers
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

  /** How many different offsets have a row. */
  long offsets() {
    return buckets.stream().mapToLong(Bucket::offsets).sum();
  }

  /** The lowest stored offset, or {@code otherwise} if nothing is stored. */
  long lowest(long otherwise) {
    return buckets.isEmpty() ? otherwise : buckets.get(0).lowest();
  }

  /** The first offset after the highest stored one, or {@code otherwise} if nothing is stored. */
  long end(long otherwise) {
    return buckets.isEmpty() ? otherwise : buckets.get(buckets.size() - 1).highest() + 1;
  }
}
