package io.tinyanalytics.pipeline.kafka;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.history.StoreHistory;
import io.tinyanalytics.pipeline.history.StoredOffsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Starts each partition so that everything is stored and every visit is rebuilt. The first offset
 * that is in neither {@code events} nor {@code discards} must be read. It is not the one after the
 * highest stored offset: batches commit out of order, and the offsets in a gap would be lost. The
 * start lies before it by the horizon of visits, or where Kafka begins if that is later: the
 * messages in between are stored, and are read again only for their visits.
 */
public final class FirstAbsentOffsets implements OffsetsInitializer {

  private static final long serialVersionUID = 1L;

  private final ClickHouseEndpoint clickHouse;
  private final Duration rewind;

  /**
   * Asks this store.
   *
   * @param rewind how long before its first absent offset a partition starts, by the times at which
   *     Kafka appended messages
   */
  public FirstAbsentOffsets(ClickHouseEndpoint clickHouse, Duration rewind) {
    this.clickHouse = clickHouse;
    this.rewind = rewind;
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever kafka) {
    StoreHistory history = new StoreHistory(clickHouse);
    StoredOffsets stored = history.offsets();
    Map<TopicPartition, Long> begin = kafka.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = kafka.endOffsets(partitions);
    Map<TopicPartition, Long> start = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long first = firstAbsent(partition, begin.getOrDefault(partition, 0L), stored);
      requireSameTopic(partition, first, end.getOrDefault(partition, Long.MAX_VALUE));
      start.put(partition, first);
    }
    rewound(start, history, kafka)
        .forEach((partition, from) -> start.merge(partition, from, Math::min));
    return start;
  }

  private static long firstAbsent(TopicPartition partition, long begin, StoredOffsets stored) {
    long lowest = stored.lowest(partition.partition(), begin);
    long absent = stored.firstAbsent(partition.partition(), lowest);
    if (absent < begin) {
      throw new IllegalStateException(
          "Partition %s: offset %d is not stored and Kafka holds it no longer (it begins at %d); restore a savepoint that is younger, or store the lost range by hand"
              .formatted(partition, absent, begin));
    }
    return absent;
  }

  private static void requireSameTopic(TopicPartition partition, long start, long end) {
    if (start > end) {
      throw new IllegalStateException(
          "Partition %s: offset %d is stored and Kafka ends at %d, so the topic was created anew: empty the tables before the job starts"
              .formatted(partition, start - 1, end));
    }
  }

  /**
   * The first offset that Kafka appended within the horizon before the last stored message. What
   * follows was appended later, so its horizon does not reach back further.
   */
  private Map<TopicPartition, Long> rewound(
      Map<TopicPartition, Long> firstAbsent,
      StoreHistory history,
      PartitionOffsetsRetriever kafka) {
    Map<Integer, Long> lastStored = new HashMap<>();
    firstAbsent.forEach((partition, offset) -> lastStored.put(partition.partition(), offset - 1));
    Map<Integer, Long> appended = history.appendedAtMillis(lastStored);
    Map<TopicPartition, Long> times = new HashMap<>();
    for (TopicPartition partition : firstAbsent.keySet()) {
      Long last = appended.get(partition.partition());
      if (last != null) {
        times.put(partition, Math.max(0, last - rewind.toMillis()));
      }
    }
    Map<TopicPartition, Long> offsets = new HashMap<>();
    kafka
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                offsets.put(partition, found.offset());
              }
            });
    return offsets;
  }

  @Override
  @SuppressWarnings("deprecation") // the connector's interface asks for it
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.NONE;
  }
}
