package io.tinyanalytics.query.reports;

/** The closed set of questions the service answers. */
public enum Report {
  PAGEVIEWS("pageviews"),
  UNIQUE_USERS("unique-users"),
  TOP_PAGES("top-pages"),
  /** Requested as top-pages with {@code by=url}. */
  TOP_URLS("top-urls");

  private final String word;

  Report(String word) {
    this.word = word;
  }

  /** The report's name in SQL file names and metric labels. */
  public String word() {
    return word;
  }
}
