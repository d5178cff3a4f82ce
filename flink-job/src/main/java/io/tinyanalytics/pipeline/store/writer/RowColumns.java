package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.stream.StoreRow;

/** The columns of one table. They are filled row by row, and reused batch by batch. */
interface RowColumns {

  /**
   * Begins a batch: removes the rows of the last one and keeps their memory.
   *
   * @param begunAtMillis {@code _ingested_at} of all rows, in milliseconds since the epoch
   */
  void begin(long begunAtMillis);

  void add(StoreRow row);

  NativeBlock block();
}
