package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.CollectedEvent;

/**
 * An event that may come in.
 *
 * @param visitor whom it is about
 * @param tsMillis when it happened
 * @param bot whether it is to be marked as a bot's
 * @param nameless whether its visitor is counted without an id
 */
record PassedEvent(
    CollectedEvent collected, Visitor visitor, long tsMillis, boolean bot, boolean nameless) {

  PassedEvent {
    requireNonNull(collected, "collected is null");
    requireNonNull(visitor, "visitor is null");
  }
}
