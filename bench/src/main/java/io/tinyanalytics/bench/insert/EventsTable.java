package io.tinyanalytics.bench.insert;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;

/** The table {@code events}, filled with the client of the job. */
final class EventsTable {
  private final ClickHouseRequests clickHouse;

  EventsTable(ClickHouseEndpoint endpoint) {
    this.clickHouse = new ClickHouseRequests(endpoint, Duration.ofMinutes(1));
  }

  /** Prepares the table: stops merges, so that only the cost of inserts is measured. */
  void prepare() throws IOException, InterruptedException {
    run("SYSTEM STOP MERGES events");
    run("CREATE TABLE batch ENGINE = Memory AS SELECT * FROM events LIMIT 0");
  }

  /**
   * Converts a block to another format with the same rows in the same order, compressed as the job
   * does.
   */
  byte[] translate(byte[] nativeBlock, RowFormat format) throws IOException, InterruptedException {
    run("TRUNCATE TABLE batch");
    insert("batch", RowFormat.NATIVE, nativeBlock);
    return compress(
        clickHouse.query(
            """
            SELECT * FROM batch FORMAT %s SETTINGS max_threads = 1"""
                .formatted(format.word())));
  }

  void insert(RowFormat format, byte[] block) throws IOException, InterruptedException {
    insert("events", format, block);
  }

  /** The number of different rows. */
  long differentRows() throws IOException, InterruptedException {
    return Long.parseLong(
        run(
            """
            SELECT uniqExact(cityHash64(*), _kafka_offset)
            FROM events"""));
  }

  private void insert(String table, RowFormat format, byte[] block)
      throws IOException, InterruptedException {
    Map<String, String> settings =
        Map.of("async_insert", "0", "insert_deduplication_token", UUID.randomUUID().toString());
    clickHouse.insert("INSERT INTO " + table + " FORMAT " + format.word(), settings, block);
  }

  private String run(String statement) throws IOException, InterruptedException {
    return new String(clickHouse.query(statement), US_ASCII).strip();
  }

  private static byte[] compress(byte[] rows) throws IOException {
    var frame = new ByteArrayOutputStream(rows.length / 2);
    try (OutputStream out = new LZ4FrameOutputStream(frame, BLOCKSIZE.SIZE_256KB)) {
      out.write(rows);
    }
    return frame.toByteArray();
  }
}
