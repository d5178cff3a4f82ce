package io.tinyanalytics.pipeline.stream;

/**
 * The parts of a page's address.
 *
 * @param hostname the host as in {@code location.hostname}: in ASCII (Punycode), without port; or
 *     empty
 * @param path the path as in {@code location.pathname}: percent-encoded, without query and
 *     fragment; or empty
 * @param query the query as written, without its question mark; or empty
 */
public record Page(String hostname, String path, String query) {

  /** The page of an event without an address. */
  public static final Page NONE = new Page("", "", "");
}
