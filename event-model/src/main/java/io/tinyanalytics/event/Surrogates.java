package io.tinyanalytics.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Repairs surrogates in the bytes of a JSON text. A surrogate without its partner, such as half an
 * emoji that a page cut off, becomes U+FFFD, as browsers write it. This covers an escape ({@code
 * \}{@code ud83d}) and the three bytes of a surrogate, which are not valid UTF-8. An escaped pair
 * becomes its character, because the parser does not accept such an escape in a key.
 */
final class Surrogates {

  private static final int ESCAPE_LENGTH = 6;
  private static final int BYTES_LENGTH = 3;
  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(UTF_8);

  private final byte[] json;
  private final ByteArrayOutputStream mended = new ByteArrayOutputStream(0);
  private int copied;

  private Surrogates(byte[] json) {
    this.json = json;
  }

  /** The same bytes if there is nothing to repair, else a repaired copy. */
  static byte[] mended(byte[] json) {
    Surrogates surrogates = new Surrogates(json);
    int i = 0;
    while (i < json.length) {
      i += json[i] == '\\' ? surrogates.escape(i) : surrogates.character(i);
    }
    return surrogates.result();
  }

  private byte[] result() {
    if (copied == 0) {
      return json;
    }
    mended.write(json, copied, json.length - copied);
    return mended.toByteArray();
  }

  /** The length in bytes of the escape at {@code i}, including a partner that follows it. */
  private int escape(int i) {
    int unit = unit(i);
    if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
      return 2;
    }
    int next = unit(i + ESCAPE_LENGTH);
    return next >= 0 && Character.isSurrogatePair((char) unit, (char) next)
        ? replace(
            i, 2 * ESCAPE_LENGTH, new String(new char[] {(char) unit, (char) next}).getBytes(UTF_8))
        : replace(i, ESCAPE_LENGTH, REPLACEMENT);
  }

  /** The UTF-16 unit of the escape at {@code i}, or -1 if there is no such escape. */
  private int unit(int i) {
    if (i + ESCAPE_LENGTH > json.length || json[i] != '\\' || json[i + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int digit = i + 2; digit < i + ESCAPE_LENGTH; digit++) {
      int value = Character.digit(json[digit], 16);
      if (value < 0) {
        return -1;
      }
      unit = unit << 4 | value;
    }
    return unit;
  }

  private int character(int i) {
    boolean half =
        json[i] == (byte) 0xED
            && i + BYTES_LENGTH <= json.length
            && (json[i + 1] & 0xE0) == 0xA0
            && (json[i + 2] & 0xC0) == 0x80;
    return half ? replace(i, BYTES_LENGTH, REPLACEMENT) : 1;
  }

  private int replace(int at, int length, byte[] replacement) {
    mended.write(json, copied, at - copied);
    mended.write(replacement, 0, replacement.length);
    copied = at + length;
    return length;
  }
}
