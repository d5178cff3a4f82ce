package io.tinyanalytics.pipeline.enrich.url;

import io.tinyanalytics.pipeline.stream.Page;
import org.jspecify.annotations.Nullable;

/**
 * Splits an address into its parts as browsers do: the hostname equals {@code location.hostname}
 * and the path equals {@code location.pathname}. So all addresses that lead a browser to the same
 * page give the same page. Text that is not a URL gives the parts that can be recognized, and never
 * an error.
 *
 * @see <a href="https://url.spec.whatwg.org/">URL Standard</a>
 */
public final class PageParser {

  private PageParser() {}

  /** The page at {@code url}; {@link Page#NONE} if it is null. */
  public static Page parse(@Nullable String url) {
    if (url == null) {
      return Page.NONE;
    }
    Page plain = PlainUrl.parse(url);
    return plain == null ? UrlParser.parse(url) : plain;
  }
}
