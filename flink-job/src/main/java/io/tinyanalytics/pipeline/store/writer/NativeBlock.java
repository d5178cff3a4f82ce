package io.tinyanalytics.pipeline.store.writer;

import io.tinyanalytics.pipeline.stream.VarUInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;

/**
 * A block in ClickHouse's format Native. Each column has its name and type, so that a block of an
 * older job still fits after a column was added to the table.
 */
final class NativeBlock {

  private static final String TEXT = "String";
  private static final String TIME = "DateTime64(3, 'UTC')";

  private final List<Column> columns = new ArrayList<>();

  Column text(String name) {
    return add(name, TEXT);
  }

  /** Adds a column for a point in time, in milliseconds since the epoch. */
  Column time(String name) {
    return add(name, TIME);
  }

  /** Adds a column for a day, counted from the epoch. */
  Column day(String name) {
    return add(name, "Date");
  }

  Column bool(String name) {
    return add(name, "Bool");
  }

  Column uint8(String name) {
    return add(name, "UInt8");
  }

  Column uint32(String name) {
    return add(name, "UInt32");
  }

  Column uint16(String name) {
    return add(name, "UInt16");
  }

  Column uint64(String name) {
    return add(name, "UInt64");
  }

  /** Adds a column for an amount, counted in ten-thousandths. */
  Column decimal(String name) {
    return add(name, "Decimal(18, 4)");
  }

  Column fixed(String name, int length) {
    return add(name, "FixedString(" + length + ")");
  }

  private Column add(String name, String type) {
    Column column = new Column(name, type);
    columns.add(column);
    return column;
  }

  List<Column> columns() {
    return List.copyOf(columns);
  }

  /** Removes all values. The columns and their allocated memory stay. */
  void clear() {
    columns.forEach(Column::clear);
  }

  /** How many bytes the values take, uncompressed. */
  int size() {
    int size = 0;
    for (Column column : columns) {
      size += column.size();
    }
    return size;
  }

  /**
   * The block as one LZ4 frame. The LZ4 blocks in it are small: each frame allocates two buffers of
   * that size, and most batches hold no more than the rows of one second.
   *
   * @param rows how many rows the block holds
   */
  byte[] compress(int rows) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(size() / 2);
    try (OutputStream out = new LZ4FrameOutputStream(frame, BLOCKSIZE.SIZE_256KB)) {
      writeNumber(columns.size(), out);
      writeNumber(rows, out);
      for (Column column : columns) {
        Column header = new Column("", TEXT);
        header.text(column.name());
        header.text(column.type());
        out.write(header.bytes(), 0, header.size());
        out.write(column.bytes(), 0, column.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a block to memory", e);
    }
    return frame.toByteArray();
  }

  private static void writeNumber(int value, OutputStream out) throws IOException {
    byte[] bytes = new byte[VarUInt.LONGEST];
    out.write(bytes, 0, VarUInt.put(value, bytes, 0));
  }
}
