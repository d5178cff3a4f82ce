package io.tinyanalytics.query.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The pages viewed most.
 *
 * @param pages the most viewed first, those viewed as often in the order of their URLs
 */
public record TopPages(
    @JsonProperty("site_id") String siteId, String from, String to, List<Page> pages, Meta meta) {

  /**
   * One page's count.
   *
   * @param url of a page {@code https://HOST/PATH}, or its path where no host is known; by URL, as
   *     the events gave it; empty for events without one
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
