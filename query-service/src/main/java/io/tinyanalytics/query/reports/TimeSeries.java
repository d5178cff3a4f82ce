package io.tinyanalytics.query.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A count for each day of the period, 0 where nothing was counted.
 *
 * @param series in the order of the days
 */
public record TimeSeries(
    @JsonProperty("site_id") String siteId, String from, String to, List<Point> series, Meta meta) {

  /**
   * One day's count.
   *
   * @param date a day as YYYY-MM-DD
   */
  public record Point(String date, long value) {}

  static TimeSeries of(ReportRequest request, Answer answer, Instant now) {
    Map<String, Long> counted =
        answer.figures().stream().collect(Collectors.toMap(Figure::subject, Figure::value));
    return new TimeSeries(
        request.siteId(),
        request.period().from().toString(),
        request.period().to().toString(),
        request
            .period()
            .days()
            .map(LocalDate::toString)
            .map(day -> new Point(day, counted.getOrDefault(day, 0L)))
            .toList(),
        Meta.of(answer.dataAsOf(), now));
  }
}
