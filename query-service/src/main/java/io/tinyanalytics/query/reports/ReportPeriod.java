package io.tinyanalytics.query.reports;

import io.tinyanalytics.query.errors.ApiException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * A period of whole days in the time zone of the site.
 *
 * @param from the first day
 * @param to the last day, which is included
 */
public record ReportPeriod(LocalDate from, LocalDate to) {
  /** The range of a {@code Date} column. A day outside it would be stored as a different day. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(2149, 6, 6);

  /** The longest series, which has one figure per day: ten years. */
  private static final int MOST_DAYS = 3660;

  /**
   * Checks the range and the order of the days.
   *
   * @throws ApiException naming the parameter that is invalid
   */
  public ReportPeriod {
    requireStorable("from", from);
    requireStorable("to", to);
    if (from.isAfter(to)) {
      throw ApiException.invalidValue("from", "must not be after to");
    }
  }

  /**
   * @param from a date as YYYY-MM-DD
   * @param to a date as YYYY-MM-DD
   * @throws ApiException naming the parameter that is invalid
   */
  static ReportPeriod parse(String from, String to) {
    return new ReportPeriod(day("from", from), day("to", to));
  }

  /**
   * Returns this period if it is short enough for one figure per day.
   *
   * @throws ApiException if it is too long
   */
  ReportPeriod ofASeries() {
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw ApiException.invalidValue(
          "to", "must be within %d days of from, both included".formatted(MOST_DAYS));
    }
    return this;
  }

  Stream<LocalDate> days() {
    return from.datesUntil(to.plusDays(1));
  }

  private static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw ApiException.invalidValue(field, "must be a date that exists, written as YYYY-MM-DD");
    }
  }

  private static void requireStorable(String field, LocalDate day) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw ApiException.invalidValue(
          field, "must be between %s and %s".formatted(FIRST_DAY, LAST_DAY));
    }
  }
}
