package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One row to store: an event with its change, or a discard.
 *
 * @param at the coordinates of the row's message
 * @param event the event to store, or null
 * @param change what the event changed in its visit; null if there is no event
 * @param discard the discard to store, or null
 */
public record StoreRow(
    Coordinates at,
    @Nullable EventRow event,
    @Nullable VisitChange change,
    @Nullable Discard discard) {

  public StoreRow {
    requireNonNull(at, "at is null");
    if ((event == null) == (discard == null) || (event == null) != (change == null)) {
      throw new IllegalArgumentException("a row is either an event with its change or a discard");
    }
  }

  public static StoreRow of(Coordinates at, EventRow event, VisitChange change) {
    return new StoreRow(at, event, change, null);
  }

  public static StoreRow of(Coordinates at, Discard discard) {
    return new StoreRow(at, null, null, discard);
  }
}
