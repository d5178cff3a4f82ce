package io.tinyanalytics.pipeline.store.committer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseClient;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What the committer asks of ClickHouse, one request each. */
public final class BatchTable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ClickHouseClient clickHouse;

  public BatchTable(ClickHouseEndpoint endpoint) {
    this.clickHouse = new ClickHouseClient(endpoint, TIMEOUT);
  }

  /**
   * Inserts the batch under its token.
   *
   * @param phantoms how many of its tokens turned out to be phantoms
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

  /** Whether the table holds the batch: its first row tells, since a block is stored at once. */
  boolean isStored(SealedBatch batch) throws IOException, InterruptedException {
    String sql =
        "SELECT count() FROM %s WHERE _kafka_partition = %d AND _kafka_offset = %d FORMAT TSV"
            .formatted(batch.table().tableName(), batch.partition(), batch.offset());
    return !new String(clickHouse.query(sql), US_ASCII).strip().equals("0");
  }

  /** Ends inserts of the batch that a killed task may have left behind, and waits for their end. */
  void endInserts(SealedBatch batch) throws IOException, InterruptedException {
    clickHouse.query(
        "KILL QUERY WHERE startsWith(query_id, '%s/') SYNC FORMAT Null".formatted(batch.token()));
  }
}
