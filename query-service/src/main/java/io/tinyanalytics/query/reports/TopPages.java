package io.tinyanalytics.query.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The pages viewed most.
 *
 * @param pages the most viewed first, those viewed alike by URL
 */
public record TopPages(
    @JsonProperty("site_id") String siteId, String from, String to, List<Page> pages, Meta meta) {

  /**
   * One page's count.
   *
   * @param url as the event gave it, empty where it gave none
   */
  public record Page(String url, long views) {}

  static TopPages of(ReportRequest request, Answer answer, Instant now) {
    return new TopPages(
        request.siteId(),
        request.period().from().toString(),
        request.period().to().toString(),
        answer.figures().stream()
            .map(figure -> new Page(figure.subject(), figure.value()))
            .toList(),
        Meta.of(answer.dataAsOf(), now));
  }
}
