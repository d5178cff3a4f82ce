package io.tinyanalytics.pipeline.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads values of an answer in the format RowBinary, in the order of the query's columns.
 *
 * @see <a href="https://clickhouse.com/docs/interfaces/formats/RowBinary">ClickHouse: RowBinary</a>
 */
final class RowBinary {

  private final ByteBuffer bytes;

  RowBinary(byte[] answer) {
    bytes = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean hasRow() {
    return bytes.hasRemaining();
  }

  int uint16() {
    return Short.toUnsignedInt(bytes.getShort());
  }

  /** A UInt64 or Int64; offsets and times are below 2<sup>63</sup>. */
  long int64() {
    return bytes.getLong();
  }

  String string() {
    byte[] text = new byte[length()];
    bytes.get(text);
    return new String(text, UTF_8);
  }

  private int length() {
    int length = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      length |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return length;
  }
}
