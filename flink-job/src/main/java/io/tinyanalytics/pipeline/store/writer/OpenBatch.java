package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.batch.StoreTable;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.StoreRow;
import java.util.UUID;

/** Rows of one table and one of its partitions that will become a {@link SealedBatch}. */
final class OpenBatch {

  /** A tenth of the rows that ClickHouse stores as one part, so that it never splits a batch. */
  private static final int FULL_ROWS = 100_000;

  private static final int FULL_BYTES = 16 * 1024 * 1024;

  private final StoreTable table;
  private final Coordinates first;
  private final RowColumns columns;
  private int rows;
  private long oldestMillis = Long.MAX_VALUE;

  /**
   * A batch without rows.
   *
   * @param first the coordinates of the first row's message
   * @param columns the columns of the table; no other batch uses them until this one is sealed
   */
  OpenBatch(StoreTable table, Coordinates first, RowColumns columns) {
    this.table = table;
    this.first = first;
    this.columns = columns;
  }

  StoreTable table() {
    return table;
  }

  RowColumns columns() {
    return columns;
  }

  void add(StoreRow row) {
    columns.add(row);
    rows++;
    oldestMillis = Math.min(oldestMillis, row.at().appendedAtMillis());
  }

  boolean isFull() {
    return rows >= FULL_ROWS || columns.block().size() >= FULL_BYTES;
  }

  SealedBatch seal() {
    byte[] block = columns.block().compress(rows);
    return new SealedBatch(
        UUID.randomUUID(),
        table,
        rows,
        first.partition(),
        first.offset(),
        oldestMillis,
        block,
        false);
  }
}
