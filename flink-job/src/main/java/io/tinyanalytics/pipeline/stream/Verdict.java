package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.RawEvent;
import org.jspecify.annotations.Nullable;

/**
 * What admit decided about one message. Exactly one of {@code event} and {@code discard} is set.
 *
 * @param message the message
 * @param stored whether the message is stored already, and comes again only to rebuild state
 * @param event the event, or null
 * @param discard why the message is not an event, or null
 */
public record Verdict(
    RawMessage message, boolean stored, @Nullable RawEvent event, @Nullable Discard discard) {

  public Verdict {
    requireNonNull(message, "message is null");
    if ((event == null) == (discard == null)) {
      throw new IllegalArgumentException("a message is either an event or a discard");
    }
  }
}
