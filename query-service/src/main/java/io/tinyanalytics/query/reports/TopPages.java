package io.tinyanalytics.query.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The most viewed pages.
 *
 * @param pages the most viewed first; pages with equal views are sorted by URL
 */
public record TopPages(
    @JsonProperty("site_id") String siteId, String from, String to, List<Page> pages, Meta meta) {

  /**
   * The count of one page.
   *
   * @param url for a page {@code https://HOST/PATH}, or only the path if the host is unknown; for
   *     {@code by=url} the URL as the events gave it; empty for events without a URL
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
