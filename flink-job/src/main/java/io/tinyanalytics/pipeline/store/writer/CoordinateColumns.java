package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.stream.Coordinates;

/** The columns that both tables share. They link each row to its message. */
final class CoordinateColumns {

  private final Column appendedAt;
  private final Column ingestedAt;
  private final Column partition;
  private final Column offset;
  private long begunAtMillis;

  /** Adds the columns to a block. */
  CoordinateColumns(NativeBlock block) {
    appendedAt = block.time("_appended_at");
    ingestedAt = block.time("_ingested_at");
    partition = block.uint16("_kafka_partition");
    offset = block.uint64("_kafka_offset");
  }

  /**
   * Begins a batch.
   *
   * @param millis the time, in milliseconds since the epoch
   */
  void begin(long millis) {
    begunAtMillis = millis;
  }

  void add(Coordinates at) {
    appendedAt.int64(at.appendedAtMillis());
    ingestedAt.int64(begunAtMillis);
    partition.uint16(at.partition());
    offset.int64(at.offset());
  }
}
