package io.tinyanalytics.pipeline.admit;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static io.tinyanalytics.pipeline.TestMessages.content;
import static io.tinyanalytics.pipeline.TestMessages.pageview;

import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;

/** Messages where a test wants them: at any partition, offset and log append time. */
final class MessagesAt {

  static final RawEvent FIRST = pageview("e-1", "https://example.com/first");
  static final RawEvent CHANGED = pageview("e-1", "https://example.com/changed");

  private MessagesAt() {}

  static RawMessage message(int partition, long offset, RawEvent raw) {
    return message(partition, offset, NOON + offset, raw);
  }

  static RawMessage message(int partition, long offset, long appendedAt, RawEvent raw) {
    EventKey key = EventKey.of(raw.event().siteId(), raw.eventId());
    return message(at(partition, offset, appendedAt), key, raw);
  }

  static RawMessage message(
      int partition, long offset, long appendedAt, EventKey key, RawEvent raw) {
    return message(at(partition, offset, appendedAt), key, raw);
  }

  private static RawMessage message(Coordinates at, EventKey key, RawEvent raw) {
    MessageHeaders headers =
        new MessageHeaders(
            raw.event().siteId(), raw.eventId(), Long.parseUnsignedLong(content(raw), 16));
    return new RawMessage(at, headers, key, 42, EventJson.write(raw));
  }

  static RawMessage message(
      int partition, long offset, long appendedAt, MessageHeaders headers, byte[] value) {
    return new RawMessage(
        at(partition, offset, appendedAt),
        headers,
        EventKey.of(headers.siteId(), headers.eventId()),
        42,
        value);
  }

  static Coordinates at(int partition, long offset, long appendedAt) {
    return new Coordinates(partition, offset, appendedAt);
  }
}
