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
 * Asks ClickHouse what it already holds, once, when the job starts. It waits as long as ClickHouse
 * does not answer, and for inserts that a killed task has left running: starting without what they
 * store could store a message twice.
 */
public final class StoreHistory {

  /** Offsets are counted by buckets of this size; only a bucket with gaps is read by offset. */
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

  /** Takes one event that is stored; one may come twice, if the answer that told it was cut. */
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
   * The stored offsets at or beyond the given one of each partition; of a partition that is not
   * given, all.
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

  /** Tells each event that is stored at or beyond the given offsets, in no order. */
  public void eventsFrom(Map<Integer, Long> from, StoredEvent each) {
    events(atOrBeyond(from), each);
  }

  /** Tells each event that Kafka appended at or after {@code since}, in no order. */
  public void eventsSince(Instant since, StoredEvent each) {
    events("_appended_at >= fromUnixTimestamp64Milli(%d)".formatted(since.toEpochMilli()), each);
  }

  /** Those that begin while this waits are of tasks that run, and store what is decided anew. */
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

  /** What its taker throws is no fault of the answer. */
  private static void tell(StoredEvent each, String siteId, String eventId, long appendedAtMillis) {
    try {
      each.accept(siteId, eventId, appendedAtMillis);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot learn an event that is stored", e);
    }
  }

  /** A bitmap counts as exactly as a hash set, in less time and memory. */
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
