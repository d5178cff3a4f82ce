package io.tinyanalytics.pipeline.kafka;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.history.StoreHistory;
import io.tinyanalytics.pipeline.history.StoredOffsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Starts each partition at its first offset that is in neither {@code events} nor {@code discards}.
 * It does not start after the highest stored offset: batches commit out of order, and the offsets
 * in a gap would be lost.
 */
public final class FirstAbsentOffsets implements OffsetsInitializer {

  private static final long serialVersionUID = 1L;

  private final ClickHouseEndpoint clickHouse;

  public FirstAbsentOffsets(ClickHouseEndpoint clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever kafka) {
    StoredOffsets stored = new StoreHistory(clickHouse).offsets();
    Map<TopicPartition, Long> begin = kafka.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = kafka.endOffsets(partitions);
    Map<TopicPartition, Long> start = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long first = start(partition, begin.getOrDefault(partition, 0L), stored);
      requireSameTopic(partition, first, end.getOrDefault(partition, Long.MAX_VALUE));
      start.put(partition, first);
    }
    return start;
  }

  private static long start(TopicPartition partition, long begin, StoredOffsets stored) {
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

  @Override
  @SuppressWarnings("deprecation") // the connector's interface asks for it
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.NONE;
  }
}
