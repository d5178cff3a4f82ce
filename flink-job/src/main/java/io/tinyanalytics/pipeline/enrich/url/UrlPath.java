package io.tinyanalytics.pipeline.enrich.url;

import java.util.Locale;

/**
 * Writes a path as browsers do: it percent-encodes where necessary, decodes nothing, and resolves
 * {@code .} and {@code ..}.
 *
 * @see <a href="https://url.spec.whatwg.org/#path-state">Path state</a>
 */
final class UrlPath {

  static final String ENCODED_DOT = "%2e";

  private UrlPath() {}

  /**
   * @param path empty, or starting with a slash
   * @param special whether the scheme is a web scheme; if so, a backslash is a slash, and the
   *     result is never empty
   */
  static String normalize(String path, boolean special) {
    String slashed = special ? path.replace('\\', '/') : path;
    StringBuilder out = new StringBuilder(slashed.length() + 16);
    int begin = 1;
    while (begin <= slashed.length()) {
      int slash = slashed.indexOf('/', begin);
      int end = slash < 0 ? slashed.length() : slash;
      append(slashed.substring(begin, end), slash < 0, out);
      begin = end + 1;
    }
    return special && out.isEmpty() ? "/" : out.toString();
  }

  private static void append(String segment, boolean last, StringBuilder out) {
    String dots = dots(segment);
    if (dots.equals("..")) {
      out.setLength(Math.max(out.lastIndexOf("/"), 0));
    }
    if (dots.isEmpty()) {
      PercentEncoding.PATH.encode(segment, out.append('/'));
    } else if (last) {
      out.append('/');
    }
  }

  /** {@code .} or {@code ..} if the segment is one of them, even with encoded dots; else empty. */
  private static String dots(String segment) {
    if (segment.isEmpty() || segment.length() > 2 * ENCODED_DOT.length()) {
      return "";
    }
    String decoded = segment.toLowerCase(Locale.ROOT).replace(ENCODED_DOT, ".");
    return decoded.equals(".") || decoded.equals("..") ? decoded : "";
  }
}
