package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.CollectedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that passed all checks.
 *
 * @param visitor the visitor it is about
 * @param tsMillis when it happened
 * @param botName the fragment of the deny list that its user agent contains, or null
 * @param nameless whether its visitor is counted without an id
 */
record PassedEvent(
    CollectedEvent collected,
    Visitor visitor,
    long tsMillis,
    @Nullable String botName,
    boolean nameless) {

  PassedEvent {
    requireNonNull(collected, "collected is null");
    requireNonNull(visitor, "visitor is null");
  }
}
