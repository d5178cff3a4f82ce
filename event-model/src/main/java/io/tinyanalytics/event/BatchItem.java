package io.tinyanalytics.event;

import org.jspecify.annotations.Nullable;

/**
 * One place of a batch: an event, or why what stands there is none. Exactly one of the two is set.
 *
 * @param collected the event, or null
 * @param problem why it is no event, or null
 */
public record BatchItem(
    @Nullable CollectedEvent collected, @Nullable EventFormatException problem) {

  public BatchItem {
    if ((collected == null) == (problem == null)) {
      throw new IllegalArgumentException("an item is either an event or a problem");
    }
  }
}
