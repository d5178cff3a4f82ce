package io.tinyanalytics.query.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A count per UTC day; days on which nothing was counted are left out.
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
    return new TimeSeries(
        request.siteId(),
        request.period().from().toString(),
        request.period().to().toString(),
        answer.figures().stream()
            .map(figure -> new Point(figure.subject(), figure.value()))
            .toList(),
        Meta.of(answer.dataAsOf(), now));
  }
}
