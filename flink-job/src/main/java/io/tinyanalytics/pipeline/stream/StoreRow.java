package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One row to store. Exactly one of {@code event} and {@code discard} is set, and decides the table.
 *
 * @param at the coordinates of the row's message
 * @param event the event to store, or null
 * @param discard the discard to store, or null
 */
public record StoreRow(Coordinates at, @Nullable EnrichedEvent event, @Nullable Discard discard) {

  public StoreRow {
    requireNonNull(at, "at is null");
    if ((event == null) == (discard == null)) {
      throw new IllegalArgumentException("a row is either an event or a discard");
    }
  }
}
