package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

/**
 * One accepted event: the value of a message of {@code events.raw}.
 *
 * @param eventId identifies the event within its site: of two messages with the same id, the first
 *     wins
 * @param event what the client reported, with its time always set
 * @param origin where it came from
 * @param receivedAtMillis when the edge received it, in milliseconds since the epoch
 */
public record RawEvent(String eventId, ClientEvent event, Origin origin, long receivedAtMillis) {

  public RawEvent {
    requireNonNull(eventId, "eventId is null");
    requireNonNull(event, "event is null");
    requireNonNull(origin, "origin is null");
  }
}
