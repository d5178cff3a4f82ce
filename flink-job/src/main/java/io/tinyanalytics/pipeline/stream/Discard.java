package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.DiscardReason;

/**
 * Why a message is not an event, and the parts of it that are kept.
 *
 * @param reason the reason
 * @param detail one sentence, or empty if the reason says everything
 * @param siteId the site in its header, or empty
 * @param eventId the event id in its header, or empty
 * @param original the message's value if it is needed to find the cause, else empty
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
public record Discard(
    DiscardReason reason, String detail, String siteId, String eventId, byte[] original) {

  private static final byte[] NOT_KEPT = {};

  public Discard {
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
    requireNonNull(siteId, "siteId is null");
    requireNonNull(eventId, "eventId is null");
    requireNonNull(original, "original is null");
  }

  /** A later copy of an event. Its bytes add nothing, so they are not kept. */
  public static Discard copy(DiscardReason reason, MessageHeaders headers) {
    return new Discard(reason, "", headers.siteId(), headers.eventId(), NOT_KEPT);
  }

  /** A message that could not become an event. Its bytes are kept. */
  public static Discard broken(DiscardReason reason, String detail, RawMessage message) {
    MessageHeaders headers = message.headers();
    return new Discard(
        reason,
        detail,
        headers == null ? "" : headers.siteId(),
        headers == null ? "" : headers.eventId(),
        message.value());
  }
}
