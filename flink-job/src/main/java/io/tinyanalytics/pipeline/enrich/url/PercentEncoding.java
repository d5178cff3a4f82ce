package io.tinyanalytics.pipeline.enrich.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Percent-encodes and percent-decodes UTF-8. Half a surrogate pair is written as U+FFFD. Decoded
 * bytes that are not UTF-8 become U+FFFD too.
 *
 * @see <a href="https://url.spec.whatwg.org/#percent-encoded-bytes">Percent-encoded bytes</a>
 */
enum PercentEncoding {
  /** Encodes control characters and all characters outside ASCII. */
  CONTROLS(""),
  /** Also encodes the characters that a path must not contain. */
  PATH(" \"#<>?^`{}");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int REPLACEMENT = 0xFFFD;

  private final String encoded;

  PercentEncoding(String encoded) {
    this.encoded = encoded;
  }

  String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    encode(text, out);
    return out.toString();
  }

  void encode(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F && encoded.indexOf(c) < 0) {
        out.append(c);
      } else {
        int codePoint = text.codePointAt(i);
        i += Character.charCount(codePoint) - 1;
        encode(codePoint, out);
      }
    }
  }

  private static void encode(int codePoint, StringBuilder out) {
    for (byte b : utf8(codePoint)) {
      HEX.toHexDigits(out.append('%'), b);
    }
  }

  /**
   * Decodes each well-formed escape and leaves all others unchanged.
   *
   * @param plusIsSpace whether a plus sign means a space, as it does in forms
   */
  static String decode(String text, boolean plusIsSpace) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' && isEscape(text, i)) {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else if (c < 0x80) {
        bytes.write(plusIsSpace && c == '+' ? ' ' : c);
      } else {
        int codePoint = text.codePointAt(i);
        i += Character.charCount(codePoint) - 1;
        bytes.writeBytes(utf8(codePoint));
      }
    }
    return bytes.toString(UTF_8);
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(percent + 1))
        && HexFormat.isHexDigit(text.charAt(percent + 2));
  }

  private static byte[] utf8(int codePoint) {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return Character.toString(half ? REPLACEMENT : codePoint).getBytes(UTF_8);
  }
}
