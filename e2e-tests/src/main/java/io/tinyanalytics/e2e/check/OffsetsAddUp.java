package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.stack.RawTopic;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proves by offsets that every message is stored once. Its query differs from the product's own
 * audit.
 */
final class OffsetsAddUp implements Check {

  private static final String ROWS =
      """
      SELECT _kafka_partition, count(), uniqExact(_kafka_offset), max(_kafka_offset) FROM
      (
          SELECT _kafka_partition, _kafka_offset FROM analytics.events
          UNION ALL
          SELECT _kafka_partition, _kafka_offset FROM analytics.discards
      )
      GROUP BY 1\
      """;

  private final Stack stack;
  private final RawTopic topic;

  OffsetsAddUp(Stack stack) {
    this.stack = stack;
    this.topic = new RawTopic(stack);
  }

  @Override
  public String name() {
    return "rows of events and discards are the offsets, partition by partition";
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    SortedMap<Integer, Long> ends = topic.ends();
    Map<Integer, PartitionRows> stored = stored();
    long missing = 0;
    long doubled = 0;
    long beyond = 0;
    for (var end : ends.entrySet()) {
      PartitionRows rows = stored.getOrDefault(end.getKey(), PartitionRows.NONE);
      missing += end.getValue() - rows.offsets();
      doubled += rows.rows() - rows.offsets();
      beyond += rows.last() >= end.getValue() ? 1 : 0;
    }
    figures.put("partitions", ends.size());
    figures.put("offsets", ends.values().stream().mapToLong(Long::longValue).sum());
    figures.put("rows", stored.values().stream().mapToLong(PartitionRows::rows).sum());
    figures.put("missing", missing);
    figures.put("double", doubled);
    figures.put("partitions_beyond_their_end", beyond);
    return missing == 0
        && doubled == 0
        && beyond == 0
        && ends.keySet().containsAll(stored.keySet());
  }

  private Map<Integer, PartitionRows> stored() throws IOException, InterruptedException {
    Map<Integer, PartitionRows> stored = new TreeMap<>();
    for (String line : stack.sql(ROWS)) {
      String[] fields = line.split("\t", -1);
      stored.put(
          Integer.valueOf(fields[0]),
          new PartitionRows(
              Long.parseLong(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3])));
    }
    return stored;
  }

  private record PartitionRows(long rows, long offsets, long last) {

    static final PartitionRows NONE = new PartitionRows(0, 0, -1);
  }
}
