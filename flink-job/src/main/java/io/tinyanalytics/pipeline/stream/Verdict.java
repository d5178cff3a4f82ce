package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.RawEvent;
import org.jspecify.annotations.Nullable;

/**
 * What admit decided about one message. Exactly one of {@code event} and {@code discard} is set.
 *
 * @param at the coordinates of the message
 * @param event the event, or null
 * @param discard why the message is not an event, or null
 */
public record Verdict(Coordinates at, @Nullable RawEvent event, @Nullable Discard discard) {

  public Verdict {
    requireNonNull(at, "at is null");
    if ((event == null) == (discard == null)) {
      throw new IllegalArgumentException("a message is either an event or a discard");
    }
  }
}
