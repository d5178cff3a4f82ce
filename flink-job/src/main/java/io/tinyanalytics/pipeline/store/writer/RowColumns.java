package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.store.batch.StoreTable;
import io.tinyanalytics.pipeline.stream.StoreRow;

/** The columns of one table, filled row by row. */
interface RowColumns {

  /**
   * The columns of a table.
   *
   * @param begunAtMillis what {@code _ingested_at} is for all rows, in milliseconds since the epoch
   */
  static RowColumns of(StoreTable table, long begunAtMillis) {
    return switch (table) {
      case EVENTS -> new EventColumns(begunAtMillis);
      case DISCARDS -> new DiscardColumns(begunAtMillis);
    };
  }

  void add(StoreRow row);

  NativeBlock block();
}
