package io.tinyanalytics.query.reports;

/** The closed set of questions the service answers. */
public enum Report {
  PAGEVIEWS("pageviews"),
  UNIQUE_USERS("unique-users"),
  TOP_PAGES("top-pages"),
  /** Asked as top-pages with {@code by=url}. */
  TOP_URLS("top-urls");

  private final String word;

  Report(String word) {
    this.word = word;
  }

  /** One word as the SQL file's name and as a metric's label. */
  public String word() {
    return word;
  }
}
