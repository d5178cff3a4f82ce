package io.tinyanalytics.pipeline.store.writer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.pipeline.stream.VarUInt;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One column of a block. It holds its values as ClickHouse's format Native writes them: numbers are
 * little-endian, and each text follows its length.
 *
 * @see <a href="https://clickhouse.com/docs/interfaces/formats/Native">ClickHouse: Native</a>
 */
final class Column {

  private static final int FIRST_CAPACITY = 1024;
  private static final VarHandle INT64 =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT16 =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final String type;
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  /**
   * An empty column.
   *
   * @param type the type of the values as sent; ClickHouse casts them to the type in the table
   */
  Column(String name, String type) {
    this.name = name;
    this.type = type;
  }

  String name() {
    return name;
  }

  String type() {
    return type;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  void bool(boolean value) {
    reserve(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  void uint8(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void uint16(int value) {
    reserve(Short.BYTES);
    INT16.set(bytes, size, (short) value);
    size += Short.BYTES;
  }

  void uint32(long value) {
    reserve(Integer.BYTES);
    INT32.set(bytes, size, (int) value);
    size += Integer.BYTES;
  }

  void int64(long value) {
    reserve(Long.BYTES);
    INT64.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** Adds a value whose length is given by the type. */
  void fixed(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  void text(String value) {
    text(value.getBytes(UTF_8));
  }

  void text(byte[] value) {
    reserve(VarUInt.LONGEST + value.length);
    size = VarUInt.put(value.length, bytes, size);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  /** Adds a text that is packed already: its length and its bytes. */
  void packed(byte[] packed, int start, int end) {
    reserve(end - start);
    System.arraycopy(packed, start, bytes, size, end - start);
    size += end - start;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
