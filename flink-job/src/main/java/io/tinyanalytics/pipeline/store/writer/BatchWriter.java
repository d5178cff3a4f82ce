package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.batch.StoreTable;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.StoreRow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/**
 * Gathers rows into batches, and seals a batch when it is full or when a checkpoint begins. All
 * rows of a batch belong to one table and to one month of log append time, that is, to one
 * partition of the table.
 */
public final class BatchWriter implements CommittingSinkWriter<StoreRow, SealedBatch> {

  private final InstantSource clock;
  private final Map<Partition, OpenBatch> open = new HashMap<>();
  private final List<SealedBatch> sealed = new ArrayList<>();

  /**
   * Columns of sealed batches, reused by the next batch, which usually needs about as much memory.
   */
  private final Map<StoreTable, RowColumns> spare = new EnumMap<>(StoreTable.class);

  private long monthBegin = Long.MAX_VALUE;
  private long monthEnd = Long.MIN_VALUE;
  private YearMonth month = YearMonth.of(1970, 1);

  /** One partition of one table in ClickHouse. */
  private record Partition(StoreTable table, YearMonth month) {}

  public BatchWriter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void write(StoreRow row, Context context) {
    add(row);
  }

  /** Adds a row. The row contains its own times, so no context is needed. */
  public void add(StoreRow row) {
    StoreTable table = row.event() == null ? StoreTable.DISCARDS : StoreTable.EVENTS;
    Partition partition = new Partition(table, month(row.at().appendedAtMillis()));
    OpenBatch batch = open.computeIfAbsent(partition, p -> begin(table, row.at()));
    batch.add(row);
    if (batch.isFull()) {
      seal(batch);
      open.remove(partition);
    }
  }

  private OpenBatch begin(StoreTable table, Coordinates first) {
    RowColumns kept = spare.remove(table);
    RowColumns columns = kept == null ? columns(table) : kept;
    columns.begin(clock.millis());
    return new OpenBatch(table, first, columns);
  }

  static RowColumns columns(StoreTable table) {
    return switch (table) {
      case EVENTS -> new EventColumns();
      case DISCARDS -> new DiscardColumns();
    };
  }

  private void seal(OpenBatch batch) {
    sealed.add(batch.seal());
    spare.put(batch.table(), batch.columns());
  }

  /** Does nothing: no row leaves before its checkpoint. */
  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public Collection<SealedBatch> prepareCommit() {
    open.values().forEach(this::seal);
    open.clear();
    List<SealedBatch> batches = List.copyOf(sealed);
    sealed.clear();
    return batches;
  }

  @Override
  public void close() {}

  /** The month of this time. The last month is cached, because messages mostly come in order. */
  private YearMonth month(long millis) {
    if (millis < monthBegin || millis >= monthEnd) {
      month = YearMonth.from(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
      monthBegin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      monthEnd =
          month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
    return month;
  }
}
