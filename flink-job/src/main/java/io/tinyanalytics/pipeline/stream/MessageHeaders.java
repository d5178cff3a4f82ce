package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

/**
 * The headers of a message that follows the wire contract. They are enough to deduplicate a message
 * without parsing it.
 *
 * @param siteId the site
 * @param eventId the event's id within the site
 * @param content the first 64 bits of the hash of what the client sent
 */
public record MessageHeaders(String siteId, String eventId, long content) {

  public MessageHeaders {
    requireNonNull(siteId, "siteId is null");
    requireNonNull(eventId, "eventId is null");
  }
}
