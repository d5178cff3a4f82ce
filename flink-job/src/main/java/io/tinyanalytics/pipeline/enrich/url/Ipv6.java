package io.tinyanalytics.pipeline.enrich.url;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes IPv6 addresses.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-ipv6-parser">IPv6 parser</a>
 * @see <a href="https://url.spec.whatwg.org/#concept-ipv6-serializer">IPv6 serializer</a>
 */
final class Ipv6 {

  private static final int PIECES = 8;
  private static final int MOST_DIGITS = 4;

  private Ipv6() {}

  /** The address in its shortest form, without brackets; empty if the text is not an address. */
  static String parse(String text) {
    int gap = text.indexOf("::");
    int[] pieces = gap < 0 ? pieces(text, true) : withGap(text, gap);
    return pieces == null || pieces.length != PIECES ? "" : write(pieces);
  }

  private static int @Nullable [] withGap(String text, int gap) {
    int[] head = pieces(text.substring(0, gap), false);
    int[] tail = pieces(text.substring(gap + 2), true);
    if (head == null || tail == null || head.length + tail.length >= PIECES) {
      return null;
    }
    int[] pieces = new int[PIECES];
    System.arraycopy(head, 0, pieces, 0, head.length);
    System.arraycopy(tail, 0, pieces, PIECES - tail.length, tail.length);
    return pieces;
  }

  /** The numbers between the colons, or null if one of them is not valid. */
  private static int @Nullable [] pieces(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    String last = parts[parts.length - 1];
    boolean ipv4 = mayEndInIpv4 && last.indexOf('.') >= 0;
    int[] pieces = new int[parts.length + (ipv4 ? 1 : 0)];
    for (int i = 0; i < parts.length - (ipv4 ? 1 : 0); i++) {
      pieces[i] = number(parts[i], 16, MOST_DIGITS, 0xFFFF);
      if (pieces[i] < 0) {
        return null;
      }
    }
    return !ipv4 || putIpv4(last, pieces) ? pieces : null;
  }

  /**
   * Writes four decimal numbers into the last two pieces; false if the text is not an IPv4 address.
   */
  private static boolean putIpv4(String text, int[] pieces) {
    String[] bytes = text.split("\\.", -1);
    for (int i = 0; i < bytes.length; i++) {
      int number = number(bytes[i], 10, 3, 255);
      boolean leadingZero = bytes[i].length() > 1 && bytes[i].startsWith("0");
      if (bytes.length != 4 || number < 0 || leadingZero) {
        return false;
      }
      int piece = pieces.length - 2 + i / 2;
      pieces[piece] = (pieces[piece] << 8) | number;
    }
    return true;
  }

  /** The number, or -1 if the text is not a valid number. */
  private static int number(String digits, int radix, int mostDigits, int most) {
    if (digits.isEmpty()
        || digits.length() > mostDigits
        || digits.chars().anyMatch(c -> c >= 0x80 || Character.digit(c, radix) < 0)) {
      return -1;
    }
    int number = Integer.parseInt(digits, radix);
    return number > most ? -1 : number;
  }

  private static String write(int[] pieces) {
    int gap = longestZeros(pieces);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < PIECES; i++) {
      if (i == gap) {
        out.append(i == 0 ? "::" : ":");
        i += zeros(pieces, i) - 1;
      } else {
        out.append(Integer.toHexString(pieces[i])).append(i < PIECES - 1 ? ":" : "");
      }
    }
    return out.toString();
  }

  /** The index of the longest run of at least two zeros (the first of equal ones), or -1. */
  private static int longestZeros(int[] pieces) {
    int longest = -1;
    for (int i = 0; i < PIECES; i++) {
      if (zeros(pieces, i) > (longest < 0 ? 1 : zeros(pieces, longest))) {
        longest = i;
      }
    }
    return longest;
  }

  private static int zeros(int[] pieces, int from) {
    int end = from;
    while (end < PIECES && pieces[end] == 0) {
      end++;
    }
    return end - from;
  }
}
