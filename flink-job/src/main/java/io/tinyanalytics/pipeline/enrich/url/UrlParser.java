package io.tinyanalytics.pipeline.enrich.url;

import io.tinyanalytics.pipeline.stream.Page;
import java.util.Locale;
import java.util.Set;

/**
 * Splits any text into parts with the URL Standard's basic URL parser, without a base URL. A
 * relative URL is read as on an {@code https} page, and stays relative. If the standard says that a
 * text is not a URL, this parser still returns parts: it omits an invalid port, and an invalid host
 * is empty. Windows drive letters get no special treatment.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">Basic URL parser</a>
 */
final class UrlParser {

  private static final String FILE = "file";
  private static final Set<String> SPECIAL = Set.of("http", "https", "ws", "wss", "ftp", FILE);

  private final String scheme;
  private final boolean special;

  private UrlParser(String scheme, boolean special) {
    this.scheme = scheme;
    this.special = special;
  }

  static Page parse(String text) {
    String url = before(withoutSpace(text), '#');
    int colon = endOfScheme(url);
    if (colon < 0) {
      return new UrlParser("", true).relative(url);
    }
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    return new UrlParser(scheme, SPECIAL.contains(scheme)).absolute(url.substring(colon + 1));
  }

  private Page relative(String url) {
    return slashes(url) > 1 ? withAuthority(url.substring(slashes(url))) : withoutAuthority(url);
  }

  private Page absolute(String rest) {
    if (special && !scheme.equals(FILE)) {
      return withAuthority(rest.substring(slashes(rest)));
    }
    return slashes(rest) > 1 ? withAuthority(rest.substring(2)) : withoutAuthority(rest);
  }

  private Page withAuthority(String rest) {
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '?' && !isSlash(rest.charAt(end))) {
      end++;
    }
    return page(hostname(rest.substring(0, end)), rest.substring(end));
  }

  private Page withoutAuthority(String rest) {
    boolean rooted = slashes(rest) > 0;
    if (special && !scheme.isEmpty() && !rooted) {
      return page("", "/" + rest);
    }
    if (rooted) {
      return page("", rest);
    }
    String path = before(rest, '?');
    String encoded =
        scheme.isEmpty()
            ? PercentEncoding.PATH.encode(path.replace('\\', '/'))
            : PercentEncoding.CONTROLS.encode(path);
    return new Page("", encoded, behind(rest, '?'));
  }

  private Page page(String hostname, String pathAndQuery) {
    String path = before(pathAndQuery, '?');
    return new Page(hostname, UrlPath.normalize(path, special), behind(pathAndQuery, '?'));
  }

  private String hostname(String authority) {
    String host = withoutPort(authority.substring(authority.lastIndexOf('@') + 1));
    String parsed = special ? HostParser.parse(host) : HostParser.parseOpaque(host);
    return scheme.equals(FILE) && parsed.equals("localhost") ? "" : parsed;
  }

  private static String withoutPort(String hostAndPort) {
    int bracket = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : 0;
    int colon = bracket < 0 ? -1 : hostAndPort.indexOf(':', bracket);
    return colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
  }

  /** The number of slashes at the start of {@code text}. */
  private int slashes(String text) {
    int count = 0;
    while (count < text.length() && isSlash(text.charAt(count))) {
      count++;
    }
    return count;
  }

  private boolean isSlash(char c) {
    return c == '/' || (special && c == '\\');
  }

  /** The index of the colon after the scheme, or -1 if the text has no scheme. */
  private static int endOfScheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && !(other && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * The text without control characters and spaces at both ends, and without tabs and line breaks.
   */
  private static String withoutSpace(String text) {
    String trimmed = text.trim();
    StringBuilder kept = new StringBuilder(trimmed.length());
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (c != '\t' && c != '\n' && c != '\r') {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String behind(String text, char begin) {
    int at = text.indexOf(begin);
    return at < 0 ? "" : text.substring(at + 1);
  }
}
