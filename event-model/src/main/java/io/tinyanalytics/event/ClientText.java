package io.tinyanalytics.event;

/**
 * Repairs text from clients, so that no page view is lost because of an error that its sender
 * cannot fix.
 */
final class ClientText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ClientText() {}

  /** The text without white space at both ends, by JavaScript's rules for {@code trim}. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
  }

  /**
   * The referrer without user and password. A referrer that is too long is cut to its origin, or is
   * empty if it has no origin.
   */
  static String shortReferrer(String referrer) {
    String address = WebAddress.withoutCredentials(referrer);
    if (address.length() <= EventLimits.URL_LENGTH) {
      return address;
    }
    String origin = WebAddress.origin(address);
    return origin == null || origin.length() > EventLimits.URL_LENGTH ? "" : origin;
  }
}
