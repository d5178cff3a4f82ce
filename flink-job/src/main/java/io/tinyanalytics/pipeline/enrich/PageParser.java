package io.tinyanalytics.pipeline.enrich;

import io.tinyanalytics.pipeline.stream.Page;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes an address apart as browsers write it, which {@link java.net.URI} often refuses. What is no
 * address of a page gives what can be told of it, and never an error.
 */
final class PageParser {

  private PageParser() {}

  static Page parse(@Nullable String url) {
    if (url == null) {
      return Page.NONE;
    }
    String address = before(url, '#').strip();
    int authority = beginOfAuthority(address);
    int end = authority == 0 ? 0 : endOfAuthority(address, authority);
    String beyond = address.substring(end);
    int query = beyond.indexOf('?');
    String path = query < 0 ? beyond : beyond.substring(0, query);
    return new Page(
        hostname(address.substring(authority, end)),
        path.isEmpty() && end > 0 ? "/" : path,
        query < 0 ? "" : beyond.substring(query + 1));
  }

  /** Behind {@code //} or {@code scheme://}; 0 if the address begins with neither. */
  private static int beginOfAuthority(String address) {
    int slashes = address.indexOf("//");
    return slashes == 0 || (slashes > 1 && isScheme(address, slashes)) ? slashes + 2 : 0;
  }

  private static boolean isScheme(String address, int end) {
    for (int i = 0; i < end - 1; i++) {
      char c = address.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') {
        return false;
      }
    }
    return address.charAt(end - 1) == ':';
  }

  private static int endOfAuthority(String address, int from) {
    int end = from;
    while (end < address.length() && address.charAt(end) != '/' && address.charAt(end) != '?') {
      end++;
    }
    return end;
  }

  private static String hostname(String authority) {
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int bracket = hostAndPort.indexOf(']');
    String host =
        hostAndPort.startsWith("[") && bracket > 0
            ? hostAndPort.substring(0, bracket + 1)
            : before(hostAndPort, ':');
    return host.toLowerCase(Locale.ROOT);
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
