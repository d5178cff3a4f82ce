package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.stream.StoreRow;

/** The columns of one table, filled row by row, batch after batch. */
interface RowColumns {

  /**
   * Begins a batch: the rows of the one before are gone, their memory stays.
   *
   * @param begunAtMillis what {@code _ingested_at} is for all rows, in milliseconds since the epoch
   */
  void begin(long begunAtMillis);

  void add(StoreRow row);

  NativeBlock block();
}
