package io.tinyanalytics.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.pipeline.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a job without a checkpoint starts, by what a real ClickHouse holds. */
final class FirstAbsentOffsetsIT {

  /** A bucket of offsets that is asked for as a whole, and a bit. */
  private static final int MANY = 65_536 + 1_000;

  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final Duration REWIND = Duration.ofDays(2);
  private static final TopicPartition PARTITION = new TopicPartition("events.raw", 0);
  private static final TopicPartition OTHER = new TopicPartition("events.raw", 1);

  @TempDir static Path folder;
  @AutoClose private static TestStore store;

  @BeforeAll
  static void startClickHouse() throws IOException {
    store = TestStore.start(folder);
  }

  @BeforeEach
  void emptyTables() throws IOException {
    store.truncate();
  }

  @Test
  void areKafkasFirstWhereNothingIsStored() {
    assertThat(start(0)).isEqualTo(0);
    assertThat(start(700)).isEqualTo(700);
  }

  @Test
  void followWhatBothTablesHold() throws IOException {
    storeOffsets("events", "number % 3 = 0", MANY);
    storeOffsets("discards", "number % 3 > 0", MANY);

    assertThat(start(0)).isEqualTo(MANY);
    assertThat(start(5_000)).isEqualTo(MANY);
  }

  @Test
  void areTheLowestGapAndNotTheHighestOffset() throws IOException {
    storeOffsets("events", "number NOT IN (66000, 66200)", MANY);

    assertThat(start(0)).isEqualTo(66_000);
  }

  @Test
  void seeAGapEvenWhereAnotherOffsetStandsTwice() throws IOException {
    storeOffsets("events", "number != 40", 100);
    storeOffsets("events", "number = 7", 100);

    assertThat(start(0)).isEqualTo(40);
  }

  @Test
  void tellPartitionsApart() throws IOException {
    storeOffsets("events", "true", 100);

    assertThat(start(Map.of(PARTITION, 0L, OTHER, 30L)))
        .isEqualTo(Map.of(PARTITION, 100L, OTHER, 30L));
  }

  @Test
  void beginWhereTheStoreBeginsWhereKafkaHeldNoMoreThen() throws IOException {
    storeOffsets("events", "number >= 30", 100);

    assertThat(start(50)).isEqualTo(100);
  }

  @Test
  void refuseAGapThatKafkaCannotFillAnyMore() throws IOException {
    storeOffsets("events", "number != 40", 100);

    assertThatThrownBy(() -> start(41))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "Partition events.raw-0: offset 40 is not stored and Kafka holds it no longer (it begins at 41)");
  }

  @Test
  void refuseATopicThatWasCreatedAnew() throws IOException {
    storeOffsets("events", "true", 100);
    FirstAbsentOffsets offsets = new FirstAbsentOffsets(store.endpoint(), REWIND);

    assertThat(offsets.getPartitionOffsets(Set.of(PARTITION), new Kafka(Map.of(), 100, false)))
        .isEqualTo(Map.of(PARTITION, 100L));
    assertThatThrownBy(
            () -> offsets.getPartitionOffsets(Set.of(PARTITION), new Kafka(Map.of(), 99, false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Partition events.raw-0: offset 99 is stored and Kafka ends at 99, so the topic was created anew: empty the tables before the job starts");
  }

  @Test
  void lieTheHorizonOfVisitsBeforeTheFirstAbsentOne() throws IOException {
    storeOffsets("events", "true", 100);

    assertThat(rewound(0)).isEqualTo(99 - 48);
    assertThat(rewound(70)).isEqualTo(70);
  }

  private static long rewound(long begin) {
    Map<TopicPartition, Long> from = Map.of(PARTITION, begin);
    return new FirstAbsentOffsets(store.endpoint(), REWIND)
        .getPartitionOffsets(from.keySet(), new Kafka(from, 1_000_000, true))
        .values()
        .iterator()
        .next();
  }

  private static long start(long begin) {
    return start(Map.of(PARTITION, begin)).values().iterator().next();
  }

  private static Map<TopicPartition, Long> start(Map<TopicPartition, Long> begin) {
    return new FirstAbsentOffsets(store.endpoint(), REWIND)
        .getPartitionOffsets(begin.keySet(), new Kafka(begin, 1_000_000, false));
  }

  /** Stores offsets, as if Kafka had appended offset n in hour n of the epoch. */
  private static void storeOffsets(String table, String where, int limit) throws IOException {
    store.query(
        "INSERT INTO analytics.%s (_kafka_partition, _kafka_offset, _appended_at) SELECT 0, number, fromUnixTimestamp64Milli(toInt64(number * 3600000)) FROM numbers(%d) WHERE %s SETTINGS deduplicate_insert = 'disable', deduplicate_insert_select = 'disable', max_partitions_per_insert_block = 0"
            .formatted(table, limit, where));
  }

  /**
   * A Kafka.
   *
   * @param begin where each partition begins
   * @param end where all partitions end
   * @param clock whether it appended offset n in hour n of the epoch; otherwise it holds no message
   *     that is young enough
   */
  private record Kafka(Map<TopicPartition, Long> begin, long end, boolean clock)
      implements PartitionOffsetsRetriever {

    @Override
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
      Map<TopicPartition, Long> asked = new HashMap<>(begin);
      asked.keySet().retainAll(Set.copyOf(partitions));
      return asked;
    }

    @Override
    public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> partitions) {
      throw new AssertionError("group offsets are no part of the proof");
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
      return partitions.stream().collect(Collectors.toMap(partition -> partition, p -> end));
    }

    @Override
    public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> timestamps) {
      Map<TopicPartition, OffsetAndTimestamp> offsets = new HashMap<>();
      timestamps.forEach(
          (partition, time) -> offsets.put(partition, clock ? atTime(partition, time) : null));
      return offsets;
    }

    private OffsetAndTimestamp atTime(TopicPartition partition, long millis) {
      return new OffsetAndTimestamp(
          Math.max(begin.getOrDefault(partition, 0L), millis / HOUR_MILLIS), millis);
    }
  }
}
