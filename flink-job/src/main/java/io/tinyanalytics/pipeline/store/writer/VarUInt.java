package io.tinyanalytics.pipeline.store.writer;

/** ClickHouse's variable-length numbers: seven bits per byte, the lowest bits first. */
final class VarUInt {

  private VarUInt() {}

  /**
   * Writes a number of at least 0 at index {@code at}, where five bytes must be free; returns the
   * index after it.
   */
  static int put(int value, byte[] bytes, int at) {
    int rest = value;
    int end = at;
    while (rest >= 0x80) {
      bytes[end++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
    return end;
  }
}
