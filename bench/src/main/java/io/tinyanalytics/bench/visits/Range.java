package io.tinyanalytics.bench.visits;

import java.time.LocalDate;

/** The days that are asked for, both included. */
enum Range {
  MONTH("30 days", LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30)),
  YEAR("a year", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

  private final String title;
  private final LocalDate from;
  private final LocalDate to;

  Range(String title, LocalDate from, LocalDate to) {
    this.title = title;
    this.from = from;
    this.to = to;
  }

  String title() {
    return title;
  }

  LocalDate from() {
    return from;
  }

  LocalDate to() {
    return to;
  }
}
