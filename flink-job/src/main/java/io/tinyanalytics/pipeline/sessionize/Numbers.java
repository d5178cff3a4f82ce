package io.tinyanalytics.pipeline.sessionize;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Writes numbers near 0 in few bytes: seven bits per byte, the lowest first, and the sign in the
 * lowest bit.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/#signed-ints">ZigZag</a>
 */
final class Numbers {

  private static final int BITS = 7;
  private static final int MORE = 0x80;
  private static final int SIGN_SHIFT = Long.SIZE - 1;

  private Numbers() {}

  static void write(long value, DataOutput out) throws IOException {
    long rest = (value << 1) ^ (value >> SIGN_SHIFT);
    while ((rest & -MORE) != 0) {
      out.writeByte((int) ((rest & (MORE - 1)) | MORE));
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  static long read(DataInput in) throws IOException {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.readByte();
      value |= (long) (next & (MORE - 1)) << shift;
      shift += BITS;
    } while (next < 0);
    return (value >>> 1) ^ -(value & 1);
  }
}
