package io.tinyanalytics.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Packs the texts of an event into one array: each text is its length as a {@link VarUInt} and its
 * UTF-8 bytes. ClickHouse's format Native uses the same form, so a text is encoded once and copied
 * from then on. Not thread-safe.
 */
public final class Texts {

  private static final int FIRST_CAPACITY = 1024;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  /** Adds a text. Null counts as empty. */
  public Texts add(@Nullable String text) {
    byte[] utf8 = text == null ? new byte[0] : text.getBytes(UTF_8);
    int needed = size + VarUInt.LONGEST + utf8.length;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, needed));
    }
    size = VarUInt.put(utf8.length, bytes, size);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  /** The texts added since the last call. */
  public byte[] pack() {
    byte[] packed = Arrays.copyOf(bytes, size);
    size = 0;
    return packed;
  }

  /** The index at which the text with this number begins, its length included. */
  public static int start(byte[] packed, int number) {
    int at = 0;
    for (int i = 0; i < number; i++) {
      at = end(packed, at);
    }
    return at;
  }

  /** The index after the text that begins at {@code start}. */
  public static int end(byte[] packed, int start) {
    return VarUInt.end(packed, start) + VarUInt.get(packed, start);
  }

  /** One of the texts, packed for itself. */
  public static byte[] slice(byte[] packed, int number) {
    int start = start(packed, number);
    return Arrays.copyOfRange(packed, start, end(packed, start));
  }

  /** One of the texts. */
  public static String text(byte[] packed, int number) {
    int start = start(packed, number);
    return new String(packed, VarUInt.end(packed, start), VarUInt.get(packed, start), UTF_8);
  }
}
