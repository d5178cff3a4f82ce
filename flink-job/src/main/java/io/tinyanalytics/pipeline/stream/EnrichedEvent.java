package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.RawEvent;

/**
 * An event and all that is told about it. Text that is unknown is empty, never null.
 *
 * @param raw the event as accepted
 * @param page its address taken apart
 * @param campaign what its address says about the campaign that led here
 * @param source where the visit came from: {@code utm_source}, else the host of a referrer from
 *     elsewhere, else empty
 * @param device what device or bot it came from
 * @param language the language tag that the client told, else the one that {@code Accept-Language}
 *     prefers
 */
public record EnrichedEvent(
    RawEvent raw, Page page, Campaign campaign, String source, Device device, String language) {

  public EnrichedEvent {
    requireNonNull(raw, "raw is null");
    requireNonNull(page, "page is null");
    requireNonNull(campaign, "campaign is null");
    requireNonNull(source, "source is null");
    requireNonNull(device, "device is null");
    requireNonNull(language, "language is null");
  }
}
