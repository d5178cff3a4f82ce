package io.tinyanalytics.pipeline.stream;

/**
 * A page's address taken apart.
 *
 * @param hostname the host in lower case without port, or empty
 * @param path the path without query and fragment, or empty
 * @param query the query without its question mark, or empty
 */
public record Page(String hostname, String path, String query) {

  /** Of an event without address. */
  public static final Page NONE = new Page("", "", "");
}
