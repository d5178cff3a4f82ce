package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.RawEvent;

/**
 * An event with all facts derived from it. Unknown text is empty, never null.
 *
 * @param raw the event as accepted
 * @param page the parts of its address
 * @param campaign the campaign parameters of its address
 * @param source where the visit came from: {@code utm_source}, else the host of the referrer if it
 *     is another host, else empty
 * @param device the device or the bot that sent it
 * @param language the language tag that the client sent, else the one that {@code Accept-Language}
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
