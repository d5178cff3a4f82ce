package io.tinyanalytics.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventHeaders;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Events and messages as the edge makes them. */
public final class TestMessages {

  public static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

  public static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

  private static final long MESSAGE_KEY = 42;

  private TestMessages() {}

  public static RawEvent pageview(String eventId, String url) {
    return event(eventId, url, null);
  }

  public static RawEvent event(String eventId, String url, @Nullable String props) {
    ClientEvent event =
        new ClientEvent(
            "site-1",
            ClientEvent.PAGEVIEW,
            url,
            "https://search.example/?q=tea",
            "user-1",
            "session-1",
            NOON,
            props,
            "1920x1080",
            null);
    Origin origin =
        new Origin(
            "00f1e2d3c4b5a697",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "203.0.113.0/24",
            CHROME,
            ClientHints.NONE,
            "de-AT,de;q=0.9");
    return new RawEvent(eventId, event, origin, NOON + 250);
  }

  public static String content(RawEvent raw) {
    return EventJson.contentHash(new CollectedEvent(raw.event(), raw.eventId(), null, null));
  }

  /** The message of an event, standing at an offset of partition 0. */
  public static RawMessage message(long offset, RawEvent raw) {
    MessageHeaders headers =
        new MessageHeaders(
            raw.event().siteId(), raw.eventId(), Long.parseUnsignedLong(content(raw), 16));
    return message(offset, headers, EventJson.write(raw));
  }

  public static RawMessage message(long offset, MessageHeaders headers, byte[] value) {
    return new RawMessage(
        new Coordinates(0, offset, NOON + offset),
        headers,
        EventKey.of(headers.siteId(), headers.eventId()),
        MESSAGE_KEY,
        value);
  }

  public static ProducerRecord<byte[], byte[]> toKafka(String topic, RawEvent raw) {
    return toKafka(topic, raw.event().siteId(), raw.eventId(), content(raw), EventJson.write(raw));
  }

  public static ProducerRecord<byte[], byte[]> toKafka(
      String topic, String siteId, String eventId, String content, byte[] value) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(topic, eventId.getBytes(UTF_8), value);
    message.headers().add(EventHeaders.SITE_ID, siteId.getBytes(UTF_8));
    message.headers().add(EventHeaders.EVENT_ID, eventId.getBytes(UTF_8));
    message.headers().add(EventHeaders.CONTENT, content.getBytes(UTF_8));
    message.headers().add(EventHeaders.SCHEMA, EventHeaders.SCHEMA_VERSION.getBytes(UTF_8));
    return message;
  }
}
