package io.tinyanalytics.pipeline.stream;

/** The five campaign parameters of a page's address, decoded. An absent parameter is empty. */
public record Campaign(String source, String medium, String name, String term, String content) {

  /** The campaign of an address without campaign parameters. */
  public static final Campaign NONE = new Campaign("", "", "", "", "");
}
