package io.tinyanalytics.pipeline.enrich.url;

import io.tinyanalytics.pipeline.stream.Page;
import org.jspecify.annotations.Nullable;

/**
 * Takes an address apart as browsers do: the hostname is what they put into {@code
 * location.hostname}, the path is what they put into {@code location.pathname}. So addresses that
 * lead a browser to the same page give the same page. Text that is no URL gives what can be told of
 * it, and never an error.
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
