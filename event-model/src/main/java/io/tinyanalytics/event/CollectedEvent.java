package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the body of {@code POST /v1/collect}, before the edge has judged or
 * stamped it. It may hold an address, so it never leaves the edge's memory.
 *
 * @param event what the client said
 * @param eventId the client's idempotency key, or null if the edge shall make one
 * @param ip the visitor's address as told by a trusted sender; empty if the sender says that it
 *     knows none, null if it says nothing
 * @param userAgent the visitor's user agent as told by a trusted sender; empty and null likewise
 */
public record CollectedEvent(
    ClientEvent event, @Nullable String eventId, @Nullable String ip, @Nullable String userAgent) {

  public CollectedEvent {
    requireNonNull(event, "event is null");
  }
}
