package io.tinyanalytics.pipeline.store.committer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseRequests;
import io.tinyanalytics.pipeline.clickhouse.SentRows;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import net.jpountz.lz4.LZ4FrameInputStream;

/** The requests of the committer to ClickHouse. */
public final class BatchTable {

  /**
   * Many times what a full batch needs. After this time the committer gives up a connection that
   * died silently; if an insert takes longer, the probe finds it.
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final String COORDINATES = "_kafka_partition UInt16, _kafka_offset UInt64";

  private static final String COUNT_STORED =
      """
      SELECT uniqExact(_kafka_partition, _kafka_offset) FROM (
        SELECT _kafka_partition, _kafka_offset FROM events
        WHERE (_kafka_partition, _kafka_offset) IN (SELECT _kafka_partition, _kafka_offset FROM batch)
        UNION ALL
        SELECT _kafka_partition, _kafka_offset FROM discards
        WHERE (_kafka_partition, _kafka_offset) IN (SELECT _kafka_partition, _kafka_offset FROM batch)
      ) FORMAT TSV""";

  private final ClickHouseRequests clickHouse;

  public BatchTable(ClickHouseEndpoint endpoint) {
    this.clickHouse = new ClickHouseRequests(endpoint, TIMEOUT);
  }

  /**
   * Inserts the batch under its token.
   *
   * @param phantoms how many of its tokens have turned out to be phantoms
   */
  void insert(SealedBatch batch, int phantoms) throws IOException, InterruptedException {
    String token = phantoms == 0 ? batch.token().toString() : batch.token() + "#" + phantoms;
    Map<String, String> settings =
        Map.of(
            "async_insert",
            "0",
            "insert_deduplicate",
            "1",
            "insert_deduplication_token",
            token,
            "query_id",
            batch.token() + "/" + UUID.randomUUID());
    String sql = "INSERT INTO " + batch.table().tableName() + " FORMAT Native";
    clickHouse.insert(sql, settings, batch.block());
  }

  /**
   * How many of the batch's coordinates are stored, in either table. The request contains the
   * batch, and ClickHouse compares it with the keys of both tables.
   */
  int countStored(SealedBatch batch) throws IOException, InterruptedException {
    SentRows rows = new SentRows("batch", COORDINATES, decompressed(batch.block()));
    return Integer.parseInt(new String(clickHouse.query(COUNT_STORED, rows), US_ASCII).strip());
  }

  private static byte[] decompressed(byte[] block) {
    try (InputStream frame = new LZ4FrameInputStream(new ByteArrayInputStream(block))) {
      return frame.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("A batch in the checkpoint is damaged", e);
    }
  }

  /**
   * Stops inserts of the batch that a killed task may have left running, and waits until they end.
   */
  void endInserts(SealedBatch batch) throws IOException, InterruptedException {
    clickHouse.query(
        "KILL QUERY WHERE startsWith(query_id, '%s/') SYNC FORMAT Null".formatted(batch.token()));
  }
}
