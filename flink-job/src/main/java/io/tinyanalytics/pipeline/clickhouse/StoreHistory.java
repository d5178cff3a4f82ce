package io.tinyanalytics.pipeline.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks ClickHouse what it already holds, once, when the job starts. It waits as long as ClickHouse
 * does not answer, and for inserts that a killed task has left running: starting without what they
 * store could store a message twice.
 */
public final class StoreHistory {

  /** Offsets are counted by buckets of this size; only a bucket with gaps is read by offset. */
  private static final int BUCKET = 65_536;

  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final Logger log = LoggerFactory.getLogger(StoreHistory.class);

  private final ClickHouseClient clickHouse;

  public StoreHistory(ClickHouseEndpoint endpoint) {
    this.clickHouse = new ClickHouseClient(endpoint, TIMEOUT);
  }

  /** Takes one event that is stored. */
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
    awaitRunningInserts();
    StoredOffsets stored = new StoredOffsets();
    RowBinary buckets =
        read(
            """
            SELECT _kafka_partition, min(_kafka_offset), max(_kafka_offset), uniqExact(_kafka_offset)
            FROM (%s)
            GROUP BY _kafka_partition, intDiv(_kafka_offset, %d)
            ORDER BY 1, 2
            FORMAT RowBinary"""
                .formatted(coordinates(atOrBeyond(from)), BUCKET));
    while (buckets.hasRow()) {
      int partition = buckets.uint16();
      long first = buckets.int64();
      long last = buckets.int64();
      if (buckets.int64() == last - first + 1) {
        stored.add(partition, first, last);
      } else {
        addEach(stored, partition, first, last);
      }
    }
    return stored;
  }

  /** Tells each event that is stored at or beyond the given offsets, in no order. */
  public void eventsFrom(Map<Integer, Long> from, StoredEvent each) throws Exception {
    events(atOrBeyond(from), each);
  }

  /** Tells each event that Kafka appended at or after {@code since}, in no order. */
  public void eventsSince(Instant since, StoredEvent each) throws Exception {
    events("_appended_at >= fromUnixTimestamp64Milli(%d)".formatted(since.toEpochMilli()), each);
  }

  /** Those that begin while this waits are of tasks that run, and store what is decided anew. */
  private void awaitRunningInserts() {
    BackOff backOff = new BackOff();
    Set<String> begun = runningInserts();
    while (!begun.isEmpty()) {
      pause(backOff);
      begun.retainAll(runningInserts());
    }
  }

  private Set<String> runningInserts() {
    RowBinary rows =
        read(
            """
            SELECT query_id FROM system.processes
            WHERE query_kind = 'Insert' AND current_database = currentDatabase()
            FORMAT RowBinary""");
    Set<String> inserts = new HashSet<>();
    while (rows.hasRow()) {
      inserts.add(rows.string());
    }
    return inserts;
  }

  private void events(String where, StoredEvent each) throws Exception {
    RowBinary rows =
        read(
            """
            SELECT toString(site_id), event_id, toUnixTimestamp64Milli(_appended_at)
            FROM events WHERE %s
            FORMAT RowBinary"""
                .formatted(where));
    while (rows.hasRow()) {
      each.accept(rows.string(), rows.string(), rows.int64());
    }
  }

  private void addEach(StoredOffsets stored, int partition, long first, long last) {
    String where =
        "_kafka_partition = %d AND _kafka_offset BETWEEN %d AND %d"
            .formatted(partition, first, last);
    RowBinary offsets =
        read(
            "SELECT DISTINCT _kafka_offset FROM (%s) ORDER BY 1 FORMAT RowBinary"
                .formatted(coordinates(where)));
    while (offsets.hasRow()) {
      long offset = offsets.int64();
      stored.add(partition, offset, offset);
    }
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

  private RowBinary read(String sql) {
    BackOff backOff = new BackOff();
    while (true) {
      try {
        return new RowBinary(clickHouse.query(sql));
      } catch (ClickHouseException e) {
        throw new UncheckedIOException("Cannot read what is stored; is the schema applied?", e);
      } catch (IOException e) {
        log.warn("ClickHouse does not answer; the job starts when it does: {}", e.toString());
        pause(backOff);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private static void pause(BackOff backOff) {
    try {
      backOff.pause();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for ClickHouse", e);
  }
}
