package io.tinyanalytics.pipeline.stream;

/** ClickHouse's variable-length numbers: seven bits per byte, the lowest bits first. */
public final class VarUInt {

  /** The most bytes of a number. */
  public static final int LONGEST = 5;

  private static final int BITS = 7;
  private static final int MORE = 0x80;

  private VarUInt() {}

  /**
   * Writes a number of at least 0 at index {@code at}, where {@link #LONGEST} bytes must be free;
   * returns the index after it.
   */
  public static int put(int value, byte[] bytes, int at) {
    int rest = value;
    int end = at;
    while (rest >= MORE) {
      bytes[end++] = (byte) (rest | MORE);
      rest >>>= BITS;
    }
    bytes[end++] = (byte) rest;
    return end;
  }

  /** The number at index {@code at}. */
  public static int get(byte[] bytes, int at) {
    int value = 0;
    int shift = 0;
    int index = at;
    byte next;
    do {
      next = bytes[index++];
      value |= (next & (MORE - 1)) << shift;
      shift += BITS;
    } while (next < 0);
    return value;
  }

  /** The index after the number at index {@code at}. */
  public static int end(byte[] bytes, int at) {
    int index = at;
    while (bytes[index] < 0) {
      index++;
    }
    return index + 1;
  }
}
