package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One event from the body of {@code POST /v1/collect}, before the edge has checked it or added its
 * own fields. It may contain an IP address, so it never leaves the edge's memory.
 *
 * @param event what the client reported
 * @param eventId the client's idempotency key, or null if the edge must create one
 * @param ip the visitor's address as reported by a trusted sender; empty if the sender does not
 *     know it, null if the sender does not say
 * @param userAgent the visitor's user agent as reported by a trusted sender; empty if the sender
 *     does not know it, null if the sender does not say
 */
public record CollectedEvent(
    ClientEvent event, @Nullable String eventId, @Nullable String ip, @Nullable String userAgent) {

  public CollectedEvent {
    requireNonNull(event, "event is null");
  }
}
