package io.tinyanalytics.audit;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows at a range of offsets, in the order of the offsets. They are read while this is open.
 */
final class StoredValues implements AutoCloseable {
  private static final String STATEMENT = ClickHouse.statement("stored-values.sql");
  private static final ObjectReader ROWS = new ObjectMapper().readerFor(StoredRow.class);

  private final MappingIterator<StoredRow> rows;
  private @Nullable StoredRow next;

  private StoredValues(MappingIterator<StoredRow> rows) throws IOException {
    this.rows = rows;
    advance();
  }

  static StoredValues open(ClickHouse clickHouse, int partition, OffsetRange range)
      throws IOException {
    var parameters = Map.of("partition", partition, "begin", range.begin(), "end", range.end());
    return new StoredValues(ROWS.readValues(clickHouse.lines(STATEMENT, parameters)));
  }

  /** The rows at an offset. Each call must ask for a greater offset than the last call. */
  List<StoredRow> at(long offset) throws IOException {
    List<StoredRow> found = new ArrayList<>(1);
    while (next != null && next.offset() <= offset) {
      if (next.offset() == offset) {
        found.add(next);
      }
      advance();
    }
    return found;
  }

  private void advance() throws IOException {
    next = rows.hasNextValue() ? rows.nextValue() : null;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
