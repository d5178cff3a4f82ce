package io.tinyanalytics.pipeline.history;

import io.tinyanalytics.pipeline.clickhouse.BackOff;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.clickhouse.PatientReader;
import io.tinyanalytics.pipeline.clickhouse.RowBinary;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks ClickHouse once, when the job starts, what it already holds. It waits until ClickHouse
 * answers. It also waits for inserts that a killed task left running: if the job started without
 * their rows, it could store a message twice.
 */
public final class StoreHistory {

  /**
   * The number of offsets per bucket. Offsets are counted per bucket; only a bucket with gaps is
   * read offset by offset.
   */
  private static final int BUCKET = 65_536;

  private final PatientReader clickHouse;

  public StoreHistory(ClickHouseEndpoint endpoint) {
    this.clickHouse = new PatientReader(endpoint);
  }

  /** The stored offsets of one partition between two multiples of the bucket's size. */
  private record Bucket(int partition, long first, long last, long offsets) {
    boolean isFull() {
      return offsets == last - first + 1;
    }
  }

  /** Takes one stored event. It may get an event twice if a response was cut short. */
  @FunctionalInterface
  public interface StoredEvent {
    /**
     * One row of {@code events}.
     *
     * @param appendedAtMillis when Kafka appended it, in milliseconds since the epoch
     */
    void accept(String siteId, String eventId, long appendedAtMillis) throws Exception;
  }

  /** Every stored offset. */
  public StoredOffsets offsets() {
    return offsetsFrom(Map.of());
  }

  /**
   * The stored offsets at or beyond the given offset of each partition. For a partition that is not
   * given, all stored offsets.
   */
  public StoredOffsets offsetsFrom(Map<Integer, Long> from) {
    RequiredTables.require(clickHouse);
    awaitRunningInserts();
    StoredOffsets stored = new StoredOffsets();
    for (Bucket bucket : buckets(from)) {
      if (bucket.isFull()) {
        stored.add(bucket.partition(), bucket.first(), bucket.last());
      } else {
        offsets(bucket).forEach(offset -> stored.add(bucket.partition(), offset, offset));
      }
    }
    return stored;
  }

  /** Those of {@link #offsetsFrom} that are discards. */
  public StoredOffsets discardsFrom(Map<Integer, Long> from) {
    StoredOffsets discards = new StoredOffsets();
    clickHouse.each(
        """
        SELECT DISTINCT _kafka_partition, _kafka_offset FROM discards
        WHERE %s ORDER BY 1, 2"""
            .formatted(atOrBeyond(from)),
        row -> {
          int partition = row.uint16();
          long offset = row.int64();
          discards.add(partition, offset, offset);
        });
    return discards;
  }

  /**
   * When Kafka appended the stored messages at these offsets, in milliseconds since the epoch. A
   * partition whose offset is not stored is absent.
   */
  public Map<Integer, Long> appendedAtMillis(Map<Integer, Long> offsets) {
    String where =
        offsets.entrySet().stream()
            .map(
                p ->
                    " OR (_kafka_partition = %d AND _kafka_offset = %d)"
                        .formatted(p.getKey(), p.getValue()))
            .collect(Collectors.joining("", "(false", ")"));
    return clickHouse
        .list(
            """
            SELECT _kafka_partition, toUnixTimestamp64Milli(max(_appended_at))
            FROM (
              SELECT _kafka_partition, _appended_at FROM events WHERE %1$s
              UNION ALL
              SELECT _kafka_partition, _appended_at FROM discards WHERE %1$s)
            GROUP BY _kafka_partition"""
                .formatted(where),
            row -> Map.entry(row.uint16(), row.int64()))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Passes on each event stored at or beyond the given offsets, in any order. */
  public void eventsFrom(Map<Integer, Long> from, StoredEvent each) {
    events(atOrBeyond(from), each);
  }

  /** Passes on each event that Kafka appended at or after {@code since}, in any order. */
  public void eventsSince(Instant since, StoredEvent each) {
    events("_appended_at >= fromUnixTimestamp64Milli(%d)".formatted(since.toEpochMilli()), each);
  }

  /**
   * Waits only for inserts that run now. Inserts that start later come from live tasks, and store
   * newly decided rows.
   */
  private void awaitRunningInserts() {
    BackOff backOff = new BackOff();
    Set<String> begun = new HashSet<>(runningInserts());
    while (!begun.isEmpty()) {
      PatientReader.pause(backOff);
      begun.retainAll(runningInserts());
    }
  }

  private Set<String> runningInserts() {
    return Set.copyOf(
        clickHouse.list(
            """
            SELECT query_id FROM system.processes
            WHERE query_kind = 'Insert' AND current_database = currentDatabase()""",
            RowBinary::string));
  }

  private void events(String where, StoredEvent each) {
    clickHouse.each(
        """
        SELECT toString(site_id), event_id, toUnixTimestamp64Milli(_appended_at)
        FROM events WHERE %s"""
            .formatted(where),
        row -> tell(each, row.string(), row.string(), row.int64()));
  }

  /** Wraps an exception of the receiver, so that it does not count as a failed response. */
  private static void tell(StoredEvent each, String siteId, String eventId, long appendedAtMillis) {
    try {
      each.accept(siteId, eventId, appendedAtMillis);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot learn an event that is stored", e);
    }
  }

  /** Counts with a bitmap: it is as exact as a hash set, but needs less time and memory. */
  private List<Bucket> buckets(Map<Integer, Long> from) {
    return clickHouse.list(
        """
        SELECT _kafka_partition, min(_kafka_offset), max(_kafka_offset),
          toUInt64(groupBitmap(toUInt32(_kafka_offset %% %2$d)))
        FROM (%1$s)
        GROUP BY _kafka_partition, intDiv(_kafka_offset, %2$d)
        ORDER BY 1, 2"""
            .formatted(coordinates(atOrBeyond(from)), BUCKET),
        row -> new Bucket(row.uint16(), row.int64(), row.int64(), row.int64()));
  }

  private List<Long> offsets(Bucket bucket) {
    String where =
        "_kafka_partition = %d AND _kafka_offset BETWEEN %d AND %d"
            .formatted(bucket.partition(), bucket.first(), bucket.last());
    return clickHouse.list(
        "SELECT DISTINCT _kafka_offset FROM (%s) ORDER BY 1".formatted(coordinates(where)),
        RowBinary::int64);
  }

  private static String coordinates(String where) {
    return """
        SELECT _kafka_partition, _kafka_offset FROM events WHERE %1$s
        UNION ALL
        SELECT _kafka_partition, _kafka_offset FROM discards WHERE %1$s"""
        .formatted(where);
  }

  private static String atOrBeyond(Map<Integer, Long> from) {
    if (from.isEmpty()) {
      return "true";
    }
    String known = from.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return from.entrySet().stream()
        .map(
            p ->
                "(_kafka_partition = %d AND _kafka_offset >= %d)"
                    .formatted(p.getKey(), p.getValue()))
        .collect(Collectors.joining(" OR ", "(", " OR _kafka_partition NOT IN (" + known + "))"));
  }
}
