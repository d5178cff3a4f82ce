package io.tinyanalytics.event;

import org.jspecify.annotations.Nullable;

/**
 * One item of a batch: an event, or the reason why it is not an event. Exactly one of the two is
 * set.
 *
 * @param collected the event, or null
 * @param problem why the item is not an event, or null
 */
public record BatchItem(
    @Nullable CollectedEvent collected, @Nullable EventFormatException problem) {

  public BatchItem {
    if ((collected == null) == (problem == null)) {
      throw new IllegalArgumentException("an item is either an event or a problem");
    }
  }
}
