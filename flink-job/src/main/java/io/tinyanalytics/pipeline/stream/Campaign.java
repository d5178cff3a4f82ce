package io.tinyanalytics.pipeline.stream;

/** The five campaign parameters of a page's address, decoded; each empty if it is not there. */
public record Campaign(String source, String medium, String name, String term, String content) {

  /** Of an address without campaign. */
  public static final Campaign NONE = new Campaign("", "", "", "", "");
}
