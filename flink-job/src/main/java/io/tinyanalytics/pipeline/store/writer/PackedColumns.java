package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.stream.Texts;
import java.util.List;

/** Columns of texts that come packed, see {@link Texts}. */
final class PackedColumns {

  private static final byte[] EMPTY_TEXT = {0};

  private final List<Column> columns;

  /**
   * Adds the columns to a block.
   *
   * @param names their names, in the order of the packed texts
   */
  PackedColumns(NativeBlock block, List<String> names) {
    columns = names.stream().map(block::text).toList();
  }

  /** Adds a text to each column. Texts that are absent at the end are empty. */
  void add(byte[] packed) {
    int start = 0;
    for (Column column : columns) {
      if (start == packed.length) {
        column.packed(EMPTY_TEXT, 0, EMPTY_TEXT.length);
      } else {
        int end = Texts.end(packed, start);
        column.packed(packed, start, end);
        start = end;
      }
    }
  }
}
