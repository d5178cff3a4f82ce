package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tinyanalytics.event.EventFormatException.Problem;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one event from a JSON object: the mutable part of {@link EventJson}. */
final class EventReader {

  private final ValueReader values;
  private final OriginReader origin;
  private final DetailsReader details;
  private @Nullable String eventId;
  private @Nullable String siteId;
  private @Nullable String eventName;
  private @Nullable String url;
  private @Nullable String referrer;
  private @Nullable String userId;
  private @Nullable String sessionId;
  private long ts;
  private @Nullable String props;
  private @Nullable String screen;
  private @Nullable String language;
  private @Nullable String ip;
  private @Nullable String userAgent;
  private long receivedAt;
  private @Nullable LocalDate day;

  private EventReader(JsonParser json) {
    this.values = new ValueReader(json);
    this.origin = new OriginReader(values);
    this.details = new DetailsReader(json, values);
  }

  static CollectedEvent collected(byte[] body) throws EventFormatException {
    if (body.length > EventLimits.EVENT_BYTES) {
      throw new EventFormatException(
          Problem.TOO_LARGE, "an event may be at most " + EventLimits.EVENT_BYTES + " bytes");
    }
    return document(JsonSyntax.CLIENTS, body, EventReader::readCollectedField).toCollected();
  }

  static RawEvent raw(byte[] value) throws EventFormatException {
    return document(JsonSyntax.MESSAGES, value, EventReader::readRawField).toRaw();
  }

  private static EventReader document(JsonFactory syntax, byte[] bytes, FieldReader fields)
      throws EventFormatException {
    try (JsonParser json = syntax.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new EventFormatException(Problem.MALFORMED_JSON, "an event must be a JSON object");
      }
      EventReader reader = new EventReader(json);
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        if (!fields.read(reader, field)) {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        throw new EventFormatException(
            Problem.MALFORMED_JSON, "nothing may follow the event's JSON object");
      }
      return reader;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Leaves out Jackson's own message, which quotes the input and so may contain an IP address. */
  static EventFormatException malformed(IOException e) {
    EventFormatException malformed =
        new EventFormatException(Problem.MALFORMED_JSON, "the body is not well-formed JSON");
    malformed.initCause(e);
    return malformed;
  }

  /** Reads a field's value if clients may send this field; otherwise returns false. */
  private boolean readCollectedField(String field) throws IOException, EventFormatException {
    switch (field) {
      case "event_name" ->
          eventName = values.text(field, EventLimits.NAME_LENGTH, ClientText::trimmed);
      case "url" ->
          url = values.text(field, EventLimits.URL_LENGTH, WebAddress::withoutCredentials);
      case "referrer" ->
          referrer = values.text(field, EventLimits.URL_LENGTH, ClientText::shortReferrer);
      case "ip" -> ip = values.textOrEmpty(field, EventLimits.NAME_LENGTH);
      case "user_agent" -> userAgent = values.textOrEmpty(field, EventLimits.USER_AGENT_LENGTH);
      default -> {
        return readClientField(field) || details.read(field, true);
      }
    }
    return true;
  }

  private boolean readRawField(String field) throws IOException, EventFormatException {
    switch (field) {
      case "received_at" -> receivedAt = values.millis(field);
      case "day" -> day = values.day(field);
      default -> {
        return readClientField(field) || details.read(field, false) || origin.read(field);
      }
    }
    return true;
  }

  private boolean readClientField(String field) throws IOException, EventFormatException {
    switch (field) {
      case "event_id" -> eventId = values.id(field);
      case "site_id" -> siteId = values.text(field, EventLimits.NAME_LENGTH);
      case "event_name" -> eventName = values.text(field, EventLimits.NAME_LENGTH);
      case "url" -> url = values.text(field, EventLimits.URL_LENGTH);
      case "referrer" -> referrer = values.text(field, EventLimits.URL_LENGTH);
      case "user_id" -> userId = values.text(field, EventLimits.NAME_LENGTH);
      case "session_id" -> sessionId = values.text(field, EventLimits.NAME_LENGTH);
      case "ts" -> ts = values.millis(field);
      case "props" -> props = values.object(field);
      case "screen" -> screen = values.text(field, EventLimits.NAME_LENGTH);
      case "language" -> language = values.text(field, EventLimits.NAME_LENGTH);
      default -> {
        return false;
      }
    }
    return true;
  }

  static <T> T required(String field, @Nullable T value) throws EventFormatException {
    if (value == null) {
      throw new EventFormatException(Problem.MISSING_FIELD, field + " is missing");
    }
    return value;
  }

  private ClientEvent toClientEvent() throws EventFormatException {
    return new ClientEvent(
        required("site_id", siteId),
        required("event_name", eventName),
        url,
        referrer,
        userId,
        sessionId,
        ts,
        props,
        screen,
        language,
        details.toDetails());
  }

  private CollectedEvent toCollected() throws EventFormatException {
    return new CollectedEvent(toClientEvent(), eventId, ip, userAgent);
  }

  private RawEvent toRaw() throws EventFormatException {
    required("ts", ts == 0 ? null : ts);
    required("received_at", receivedAt == 0 ? null : receivedAt);
    return new RawEvent(
        required("event_id", eventId),
        toClientEvent(),
        origin.toOrigin(),
        receivedAt,
        day == null ? RawEvent.utcDay(ts) : day);
  }

  @FunctionalInterface
  private interface FieldReader {
    boolean read(EventReader reader, String field) throws IOException, EventFormatException;
  }
}
