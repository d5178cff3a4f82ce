package io.tinyanalytics.pipeline.store.writer;

/** ClickHouse's variable-length numbers: seven bits a byte, the lowest first. */
final class VarUInt {

  private VarUInt() {}

  /** Writes a number of at least 0 at a place of at least five free bytes; returns its end. */
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
