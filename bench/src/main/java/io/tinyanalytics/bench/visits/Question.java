package io.tinyanalytics.bench.visits;

import java.util.Locale;

/** What a dashboard asks. Each question is one SQL file for each way to answer it. */
enum Question {
  TOTALS("visits, bounces, time, views", true),
  DAYS("visitors and visits by day", true),
  SOURCES("sources by visitors", true),
  SOURCE_VISITS("sources by visits", true),
  BROWSERS("browsers in one country", true),
  PAGES("pages by visitors", true),
  ENTRIES("entry pages", true),
  EXITS("exit pages", true),
  VISITS_OF_PAGE("visits that saw one page", false);

  private final String sentence;
  private final boolean projected;

  Question(String sentence, boolean projected) {
    this.sentence = sentence;
    this.projected = projected;
  }

  String sentence() {
    return sentence;
  }

  /** Whether projections have to be able to answer it. */
  boolean projected() {
    return projected;
  }

  /** The beginning of its files' names. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
