package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Percent-encoding of addresses. An address here holds one byte in each character, as ISO-8859-1
 * reads them.
 */
final class UrlBytes {
  private static final String HEX = "0123456789ABCDEF";

  /** What RFC 3986 lets stand in an address beside letters and digits. */
  private static final String MARKS = "-._~:/?#[]@!$&'()*+,;=%";

  private static final boolean[] IS_URL_CHARACTER = new boolean[256];

  static {
    for (char c = 0; c < 128; c++) {
      IS_URL_CHARACTER[c] = Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
    }
  }

  private UrlBytes() {}

  /** Encodes each byte that may not stand in an address; escapes that are there already stay. */
  static String encode(String address) {
    int plain = 0;
    while (plain < address.length() && IS_URL_CHARACTER[address.charAt(plain)]) {
      plain++;
    }
    if (plain == address.length()) {
      return address;
    }
    var encoded = new StringBuilder(address.length() + 16).append(address, 0, plain);
    for (int i = plain; i < address.length(); i++) {
      char c = address.charAt(i);
      if (IS_URL_CHARACTER[c]) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return encoded.toString();
  }

  /** The text that an address names; an escape that is none stands for itself. */
  static String decode(String address) {
    if (address.indexOf('%') < 0) {
      return utf8(address);
    }
    var bytes = new StringBuilder(address.length());
    for (int i = 0; i < address.length(); i++) {
      if (isEscape(address, i)) {
        bytes.append((char) Integer.parseInt(address, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.append(address.charAt(i));
      }
    }
    return utf8(bytes.toString());
  }

  /** The text whose bytes these are; what is no UTF-8 becomes the replacement character. */
  static String utf8(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  private static boolean isEscape(String address, int at) {
    return address.charAt(at) == '%'
        && at + 2 < address.length()
        && Character.digit(address.charAt(at + 1), 16) >= 0
        && Character.digit(address.charAt(at + 2), 16) >= 0;
  }
}
