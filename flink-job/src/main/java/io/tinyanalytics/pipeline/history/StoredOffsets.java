package io.tinyanalytics.pipeline.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The offsets stored in {@code events} or {@code discards}, as ranges. A store without gaps needs
 * one range per partition, however many rows it holds.
 */
public final class StoredOffsets {

  private static final NavigableMap<Long, Long> NONE = Collections.emptyNavigableMap();

  private final Map<Integer, NavigableMap<Long, Long>> lastByFirst = new HashMap<>();

  /** Adds the offsets {@code first} to {@code last}, both included. Ranges must come in order. */
  public void add(int partition, long first, long last) {
    NavigableMap<Long, Long> ranges = lastByFirst.computeIfAbsent(partition, p -> new TreeMap<>());
    Map.Entry<Long, Long> before = ranges.lastEntry();
    if (before != null && before.getValue() + 1 >= first) {
      ranges.put(before.getKey(), Math.max(before.getValue(), last));
    } else {
      ranges.put(first, last);
    }
  }

  /** Whether nothing is stored. */
  public boolean isEmpty() {
    return lastByFirst.isEmpty();
  }

  /** Whether this offset is stored. */
  public boolean contains(int partition, long offset) {
    Map.Entry<Long, Long> range = ranges(partition).floorEntry(offset);
    return range != null && offset <= range.getValue();
  }

  /** The first offset at or after {@code offset} that is not stored. */
  public long firstAbsent(int partition, long offset) {
    Map.Entry<Long, Long> range = ranges(partition).floorEntry(offset);
    return range != null && offset <= range.getValue() ? range.getValue() + 1 : offset;
  }

  /** The smaller of {@code offset} and the lowest stored offset. */
  public long lowest(int partition, long offset) {
    NavigableMap<Long, Long> ranges = ranges(partition);
    return ranges.isEmpty() ? offset : Math.min(offset, ranges.firstKey());
  }

  /** Removes this partition's ranges if all of them are below {@code offset}. */
  public void forgetBelow(int partition, long offset) {
    NavigableMap<Long, Long> ranges = ranges(partition);
    if (!ranges.isEmpty() && ranges.lastEntry().getValue() < offset) {
      lastByFirst.remove(partition);
    }
  }

  private NavigableMap<Long, Long> ranges(int partition) {
    return lastByFirst.getOrDefault(partition, NONE);
  }
}
