package io.tinyanalytics.logimport;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asked for, in one of the two forms in which a page is asked for: a path with its
 * query, or a whole http or https address, as proxies send it.
 *
 * @param text as it stands in an address
 * @param absolute whether it is a whole address
 */
record RequestTarget(String text, boolean absolute) {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[^/?#\\s]+", Pattern.CASE_INSENSITIVE);

  /** The target, or null if it has neither form, such as {@code *} and {@code host:443}. */
  static @Nullable RequestTarget of(String text) {
    if (text.startsWith("/")) {
      return new RequestTarget(text, false);
    }
    return ORIGIN.matcher(text).lookingAt() ? new RequestTarget(text, true) : null;
  }

  /**
   * The page's address.
   *
   * @param baseUrl what stands before a path, without a last slash
   */
  String url(String baseUrl) {
    return absolute ? text : baseUrl + text;
  }

  /** What stands behind the last slash of the path, still encoded; empty if nothing does. */
  String lastSegment() {
    int begin = 0;
    if (absolute) {
      var origin = ORIGIN.matcher(text);
      begin = origin.lookingAt() ? origin.end() : 0;
    }
    int end = begin;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    var path = text.substring(begin, end);
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
