package io.tinyanalytics.pipeline.enrich.url;

import java.util.List;

/**
 * IPv4 addresses in all forms that browsers accept: also with fewer than four numbers, and with
 * octal and hexadecimal numbers.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-ipv4-parser">IPv4 parser</a>
 */
final class Ipv4 {

  private static final int BYTES = 4;
  private static final long NONE = -1;
  private static final long TOO_LARGE = Long.MAX_VALUE;
  private static final int MOST_DIGITS = 15;

  private Ipv4() {}

  /**
   * Whether the host's last label is a number. If it is, the host is an IPv4 address or invalid.
   */
  static boolean isMeant(String host) {
    List<String> parts = parts(host);
    String last = parts.get(parts.size() - 1);
    return number(last) != NONE || (!last.isEmpty() && last.chars().allMatch(Ipv4::isDigit));
  }

  /** The address as four decimal numbers; empty if the host is not an address. */
  static String parse(String host) {
    List<String> parts = parts(host);
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      long number = number(parts.get(i));
      long limit = last && i < BYTES ? 1L << (8 * (BYTES - i)) : 256;
      if (i >= BYTES || number < 0 || number >= limit) {
        return "";
      }
      address += last ? number : number << (8 * (BYTES - 1 - i));
    }
    return (address >> 24)
        + "."
        + ((address >> 16) & 255)
        + "."
        + ((address >> 8) & 255)
        + "."
        + (address & 255);
  }

  /** The labels, without the empty one after a trailing dot. */
  private static List<String> parts(String host) {
    List<String> parts = List.of(host.split("\\.", -1));
    boolean dotted = parts.size() > 1 && parts.get(parts.size() - 1).isEmpty();
    return dotted ? parts.subList(0, parts.size() - 1) : parts;
  }

  private static long number(String part) {
    if (part.isEmpty()) {
      return NONE;
    }
    boolean hexadecimal = part.startsWith("0x") || part.startsWith("0X");
    boolean octal = !hexadecimal && part.length() > 1 && part.startsWith("0");
    String digits = part.substring(hexadecimal ? 2 : octal ? 1 : 0);
    return digits.isEmpty() ? 0 : number(digits, hexadecimal ? 16 : octal ? 8 : 10);
  }

  private static long number(String digits, int radix) {
    if (digits.chars().anyMatch(c -> c >= 0x80 || Character.digit(c, radix) < 0)) {
      return NONE;
    }
    String significant = digits.replaceFirst("^0+", "");
    if (significant.length() > MOST_DIGITS) {
      return TOO_LARGE;
    }
    return significant.isEmpty() ? 0 : Long.parseLong(significant, radix);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
