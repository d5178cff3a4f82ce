package io.tinyanalytics.ingest.publish;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.RawEvent;

/**
 * An event to publish to the topic.
 *
 * @param content the hash of the client's data, see {@link
 *     io.tinyanalytics.event.EventJson#contentHash}
 */
public record OutgoingEvent(RawEvent event, String content) {

  public OutgoingEvent {
    requireNonNull(event, "event is null");
    requireNonNull(content, "content is null");
  }
}
