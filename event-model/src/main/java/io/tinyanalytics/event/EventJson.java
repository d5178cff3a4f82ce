package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only JSON codec for events: for what clients post and for what {@code events.raw} carries.
 *
 * <p>Reading is strict where this protects the numbers (types, lengths, duplicate keys, well-formed
 * Unicode, exactly one document). It is lenient where contracts grow: unknown fields are ignored,
 * and null means absent. Writing omits absent fields.
 */
public final class EventJson {

  private static final int CONTENT_HASH_BYTES = 8;

  private EventJson() {}

  /**
   * Reads the body of {@code POST /v1/collect} as it will be published: {@code event_name} is
   * trimmed, half surrogates become U+FFFD, {@code url} and {@code referrer} lose user and
   * password, and a {@code referrer} that is too long is cut to its origin.
   */
  public static CollectedEvent readCollected(byte[] body) throws EventFormatException {
    return EventReader.collected(Surrogates.mended(body));
  }

  /**
   * Reads a batch: a JSON object with an array {@code events}.
   *
   * @return the events in order; an invalid event is represented by its exception
   * @throws EventFormatException if the body is not a batch, or if it has too many events
   */
  public static List<BatchItem> readBatch(byte[] body) throws EventFormatException {
    return BatchReader.read(Surrogates.mended(body));
  }

  /**
   * Reads a batch as NDJSON: one event per line; blank lines are ignored.
   *
   * @return the events in order; an invalid line is represented by its exception
   * @throws EventFormatException if there are too many events
   */
  public static List<BatchItem> readBatchLines(byte[] body) throws EventFormatException {
    return BatchReader.readLines(Surrogates.mended(body));
  }

  /**
   * Reads the value of a message of {@code events.raw}, and repairs nothing. If a field occurs
   * twice, the last one counts; the edge never writes a field twice. Duplicate keys in properties
   * are an error.
   */
  public static RawEvent readRaw(byte[] value) throws EventFormatException {
    if (value.length > EventLimits.MESSAGE_BYTES) {
      throw new EventFormatException(
          EventFormatException.Problem.TOO_LARGE,
          "the message is larger than " + EventLimits.MESSAGE_BYTES + " bytes");
    }
    return EventReader.raw(value);
  }

  /** Writes the value of a message of {@code events.raw}. */
  public static byte[] write(RawEvent raw) {
    return write(
        json -> {
          json.writeStringField("event_id", raw.eventId());
          writeClientEvent(json, raw.event());
          json.writeNumberField("received_at", raw.receivedAtMillis());
          json.writeStringField("day", raw.day().toString());
          writeOrigin(json, raw.origin());
        });
  }

  /** Writes an event as a client posts it. {@link #readCollected} reads the same event back. */
  public static byte[] write(CollectedEvent collected) {
    return write(
        json -> {
          writeString(json, "event_id", collected.eventId());
          writeClientEvent(json, collected.event());
          writeString(json, "ip", collected.ip());
          writeString(json, "user_agent", collected.userAgent());
        });
  }

  /**
   * Identifies what the client reported, to distinguish a retry from a different event with the
   * same id. The hash has 16 hexadecimal digits, from the SHA-256 of the fields as {@link
   * #readCollected} reads them. It depends on the order of the properties. It does not depend on
   * white space, on the order of the fields, or on anything that reading repairs.
   */
  public static String contentHash(CollectedEvent collected) {
    return HexFormat.of().formatHex(sha256().digest(write(collected)), 0, CONTENT_HASH_BYTES);
  }

  private static void writeClientEvent(JsonGenerator json, ClientEvent event) throws IOException {
    json.writeStringField("site_id", event.siteId());
    json.writeStringField("event_name", event.eventName());
    writeString(json, "url", event.url());
    writeString(json, "referrer", event.referrer());
    writeString(json, "user_id", event.userId());
    writeString(json, "session_id", event.sessionId());
    json.writeNumberField("ts", event.tsMillis());
    if (event.props() != null) {
      json.writeFieldName("props");
      json.writeRawValue(event.props());
    }
    writeString(json, "screen", event.screen());
    writeString(json, "language", event.language());
    writeDetails(json, event.details());
  }

  private static void writeDetails(JsonGenerator json, EventDetails details) throws IOException {
    if (details.engagedMillis() > 0) {
      json.writeNumberField("engaged_ms", details.engagedMillis());
    }
    if (details.scroll() > 0) {
      json.writeNumberField("scroll", details.scroll());
    }
    if (details.revenue() != null) {
      json.writeObjectFieldStart("revenue");
      json.writeFieldName("amount");
      json.writeNumber(details.revenue().amount());
      json.writeStringField("currency", details.revenue().currency());
      json.writeEndObject();
    }
    writeString(json, "page_view_id", details.pageViewId());
    if (details.webdriver()) {
      json.writeBooleanField("webdriver", true);
    }
  }

  private static void writeOrigin(JsonGenerator json, Origin origin) throws IOException {
    writeString(json, "visitor_id", origin.visitorId());
    writeString(json, "ip_hash", origin.ipHash());
    writeString(json, "ip_prefix", origin.ipPrefix());
    writeString(json, "ua", origin.userAgent());
    writeString(json, "ch_brands", origin.hints().brands());
    writeString(json, "ch_mobile", origin.hints().mobile());
    writeString(json, "ch_platform", origin.hints().platform());
    writeString(json, "accept_language", origin.acceptLanguage());
    writeString(json, "previous_visitor_id", origin.previousVisitorId());
    if (origin.botName() != null) {
      json.writeBooleanField("bot", true);
      json.writeStringField("bot_name", origin.botName());
    }
  }

  private static void writeString(JsonGenerator json, String field, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  private static byte[] write(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JsonSyntax.CLIENTS.createGenerator(bytes)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an event to memory", e);
    }
    return bytes.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @FunctionalInterface
  private interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
