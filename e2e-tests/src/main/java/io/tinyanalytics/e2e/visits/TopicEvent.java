package io.tinyanalytics.e2e.visits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message that matter for visits.
 *
 * @param key the message key, one character per byte; a message without key is on its own
 * @param appendedAt when Kafka appended the message, in milliseconds since the epoch
 * @param name the event's name
 * @param ts when it happened, in milliseconds since the epoch
 * @param day the site's day of the event
 * @param visitor who sent it: a visitor id or the user id of a sender without address, told apart
 *     by a first word; null for nobody
 * @param previous the visitor of the day before in the same form, or null
 * @param referrer empty if there is none
 * @param screen empty if there is none
 */
record TopicEvent(
    String key,
    long appendedAt,
    String siteId,
    String eventId,
    String name,
    long ts,
    String day,
    @Nullable String visitor,
    @Nullable String previous,
    String referrer,
    String screen) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  boolean isPageView() {
    return name.equals("pageview");
  }

  boolean isEngagement() {
    return name.equals("engagement");
  }

  /** The site in the headers of a message; empty if there is none. */
  static String siteOf(ConsumerRecord<byte[], byte[]> message) {
    return header(message, "site_id");
  }

  /** The key of a message, one character per byte; empty if there is none. */
  static String keyOf(ConsumerRecord<byte[], byte[]> message) {
    return message.key() == null ? "" : new String(message.key(), ISO_8859_1);
  }

  /** Reads a message. Null if it is not an event, or does not match its headers. */
  static @Nullable TopicEvent of(ConsumerRecord<byte[], byte[]> message) {
    JsonNode json = json(message.value());
    String site = text(json, "site_id");
    String id = text(json, "event_id");
    long ts = json.path("ts").asLong();
    if (ts == 0
        || id.isEmpty()
        || !site.equals(siteOf(message))
        || !id.equals(header(message, "event_id"))) {
      return null;
    }
    String key = keyOf(message);
    return new TopicEvent(
        key.isEmpty() ? "event " + id : key,
        message.timestamp(),
        site,
        id,
        text(json, "event_name"),
        ts,
        day(text(json, "day"), ts),
        visitor(json),
        visitorOf(text(json, "previous_visitor_id")),
        text(json, "referrer"),
        text(json, "screen"));
  }

  private static JsonNode json(byte @Nullable [] value) {
    try {
      return value == null ? JSON.missingNode() : JSON.readTree(value);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  private static @Nullable String visitor(JsonNode json) {
    String visitor = visitorOf(text(json, "visitor_id"));
    String user = text(json, "user_id");
    boolean hasAddress = !text(json, "ip_prefix").isEmpty();
    if (visitor != null || hasAddress || user.isEmpty()) {
      return visitor;
    }
    return "user " + user;
  }

  private static @Nullable String visitorOf(String id) {
    return id.isEmpty() ? null : "visitor " + id;
  }

  private static String day(String told, long ts) {
    return told.isEmpty()
        ? Instant.ofEpochMilli(ts).atOffset(ZoneOffset.UTC).toLocalDate().toString()
        : told;
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
