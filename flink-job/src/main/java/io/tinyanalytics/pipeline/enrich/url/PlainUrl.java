package io.tinyanalytics.pipeline.enrich.url;

import io.tinyanalytics.pipeline.stream.Page;
import org.jspecify.annotations.Nullable;

/**
 * The fast path for addresses that a browser would not change: {@code http} or {@code https}, an
 * ASCII domain in lower case, and a path that needs no encoding and has no dot segment. Nearly all
 * addresses that browsers send are like this. Each character is read once.
 */
final class PlainUrl {

  private static final String PATH_SYMBOLS = "-._~!$&'()*+,;=:@/%[]|";
  private static final boolean[] DOMAIN = letters("-.", false);
  private static final boolean[] PATH = letters(PATH_SYMBOLS, true);

  private PlainUrl() {}

  /** The page at {@code url}, or null if the address needs {@link UrlParser}. */
  static @Nullable Page parse(String url) {
    int host = beginOfHost(url);
    int hostEnd = host < 0 ? -1 : endOfDomain(url, host);
    int path = hostEnd < 0 ? -1 : endOfPort(url, hostEnd);
    int pathEnd = path < 0 ? -1 : endOfPath(url, path);
    int queryEnd = pathEnd < 0 ? -1 : endOfQuery(url, pathEnd);
    return queryEnd < 0
        ? null
        : new Page(
            url.substring(host, hostEnd),
            path == pathEnd ? "/" : url.substring(path, pathEnd),
            pathEnd == queryEnd ? "" : url.substring(pathEnd + 1, queryEnd));
  }

  private static int beginOfHost(String url) {
    if (url.startsWith("https://")) {
      return "https://".length();
    }
    return url.startsWith("http://") ? "http://".length() : -1;
  }

  /** -1 if the host is invalid, or if a browser may rewrite it (IP addresses and Punycode). */
  private static int endOfDomain(String url, int from) {
    int label = from;
    int at = from;
    while (at < url.length() && isIn(DOMAIN, url.charAt(at))) {
      if (url.charAt(at) == '.') {
        label = at + 1;
      } else if (at == label && url.startsWith(HostParser.ACE_PREFIX, at)) {
        return -1;
      }
      at++;
    }
    return label == at || isDigit(url.charAt(label)) ? -1 : at;
  }

  /** -1 if the text after the host is neither a port nor the end of the authority. */
  private static int endOfPort(String url, int from) {
    int at = from;
    if (at < url.length() && url.charAt(at) == ':') {
      at++;
      while (at < url.length() && isDigit(url.charAt(at))) {
        at++;
      }
    }
    return at == url.length() || "/?#".indexOf(url.charAt(at)) >= 0 ? at : -1;
  }

  /** -1 if a browser would rewrite the path. */
  private static int endOfPath(String url, int from) {
    int at = from;
    while (at < url.length() && isIn(PATH, url.charAt(at))) {
      if (url.charAt(at) == '/' && mayBeginDotSegment(url, at + 1)) {
        return -1;
      }
      at++;
    }
    return at == url.length() || url.charAt(at) == '?' || url.charAt(at) == '#' ? at : -1;
  }

  private static boolean mayBeginDotSegment(String url, int at) {
    return at < url.length()
        && (url.charAt(at) == '.' || url.regionMatches(true, at, UrlPath.ENCODED_DOT, 0, 3));
  }

  /** -1 if the query contains white space, which a browser might remove. */
  private static int endOfQuery(String url, int from) {
    int at = from;
    while (at < url.length() && url.charAt(at) != '#') {
      if (url.charAt(at) <= ' ') {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isIn(boolean[] characters, char c) {
    return c < characters.length && characters[c];
  }

  private static boolean[] letters(String symbols, boolean capitals) {
    boolean[] characters = new boolean[128];
    for (char c = 0; c < characters.length; c++) {
      characters[c] =
          isDigit(c)
              || (c >= 'a' && c <= 'z')
              || (capitals && c >= 'A' && c <= 'Z')
              || symbols.indexOf(c) >= 0;
    }
    return characters;
  }
}
