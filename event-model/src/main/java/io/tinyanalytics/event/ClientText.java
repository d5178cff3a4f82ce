package io.tinyanalytics.event;

/** How texts of clients are changed, so that no view is lost for what its sender cannot repair. */
final class ClientText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ClientText() {}

  /** The text without white space around it, as JavaScript trims. */
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
   * The referrer without user and password. One that is too long is cut to its origin, or is empty
   * if it has none.
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
