package io.tinyanalytics.pipeline.store.batch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Rows that are stored together or not at all: one block of one partition of one table. The
 * checkpoint carries the batch, and the committer stores it after the checkpoint has completed.
 *
 * @param token random, created when the batch was sealed; ClickHouse stores a block once per token
 * @param table the table
 * @param rows how many rows it holds; at least one
 * @param partition the Kafka partition of its first row
 * @param offset the Kafka offset of its first row
 * @param oldestMillis the earliest log append time of its rows, in milliseconds since the epoch, or
 *     {@link #UNKNOWN}
 * @param block the rows in ClickHouse's format Native, compressed as an LZ4 frame
 * @param mayBeStored whether the batch was restored from a checkpoint, so that an earlier attempt
 *     may have stored it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
public record SealedBatch(
    UUID token,
    StoreTable table,
    int rows,
    int partition,
    long offset,
    long oldestMillis,
    byte[] block,
    boolean mayBeStored) {

  /** The time in a batch of format version 1, which does not contain it. */
  static final long UNKNOWN = -1;

  public SealedBatch {
    requireNonNull(token, "token is null");
    requireNonNull(table, "table is null");
    requireNonNull(block, "block is null");
    if (rows < 1) {
      throw new IllegalArgumentException("a batch holds at least one row");
    }
  }

  /** The age of its oldest row by log append time; empty if the checkpoint did not contain it. */
  public Optional<Duration> age(Instant now) {
    return oldestMillis == UNKNOWN
        ? Optional.empty()
        : Optional.of(Duration.between(Instant.ofEpochMilli(oldestMillis), now));
  }

  /** For logs: identifies the batch and shows none of its rows. */
  @Override
  public String toString() {
    return "batch %s of %d rows of %s from partition %d, offset %d"
        .formatted(token, rows, table.tableName(), partition, offset);
  }
}
