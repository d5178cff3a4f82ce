package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A decided message with what was derived from it. Exactly one of {@code event} and {@code discard}
 * is set.
 *
 * @param at the coordinates of the message
 * @param messageKey the key of the message in Kafka, by which it is shuffled to sessionize
 * @param stored whether it is stored already, and comes again only to rebuild state
 * @param event the event, or null
 * @param discard the discard, or null
 */
public record EnrichedRow(
    Coordinates at,
    long messageKey,
    boolean stored,
    @Nullable EventRow event,
    @Nullable Discard discard) {

  public EnrichedRow {
    requireNonNull(at, "at is null");
    if ((event == null) == (discard == null)) {
      throw new IllegalArgumentException("a row is either an event or a discard");
    }
  }
}
