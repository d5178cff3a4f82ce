package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tinyanalytics.event.EventFormatException.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one event's fields from a JSON object; the mutable half of {@link EventJson}. */
final class EventReader {

  private static final int VISITOR_ID_DIGITS = 16;
  private static final int IP_HASH_DIGITS = 64;

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
  private @Nullable String visitorId;
  private @Nullable String ipHash;
  private @Nullable String ipPrefix;
  private @Nullable String brands;
  private @Nullable String mobile;
  private @Nullable String platform;
  private @Nullable String acceptLanguage;
  private @Nullable String previousVisitorId;
  private boolean bot;
  private @Nullable String botName;

  private EventReader() {}

  static CollectedEvent collected(byte[] body) throws EventFormatException {
    if (body.length > EventLimits.EVENT_BYTES) {
      throw new EventFormatException(
          Problem.TOO_LARGE, "an event may be at most " + EventLimits.EVENT_BYTES + " bytes");
    }
    return document(EventJson.JSON, body, EventReader::readCollectedField).toCollected();
  }

  static RawEvent raw(byte[] value) throws EventFormatException {
    return document(EventJson.RAW, value, EventReader::readRawField).toRaw();
  }

  private static EventReader document(JsonFactory syntax, byte[] bytes, FieldReader fields)
      throws EventFormatException {
    try (JsonParser json = syntax.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new EventFormatException(Problem.MALFORMED_JSON, "an event must be a JSON object");
      }
      EventReader reader = new EventReader();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        if (!fields.read(reader, field, json)) {
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

  /** Jackson's own message quotes the input, which may hold an address: it is left out. */
  static EventFormatException malformed(IOException e) {
    EventFormatException malformed =
        new EventFormatException(Problem.MALFORMED_JSON, "the body is not well-formed JSON");
    malformed.initCause(e);
    return malformed;
  }

  /** Reads the value of a field that a client may give; false if it may not give this one. */
  private boolean readCollectedField(String field, JsonParser json)
      throws IOException, EventFormatException {
    switch (field) {
      case "ip" -> ip = textOrEmpty(field, json, EventLimits.NAME_LENGTH);
      case "user_agent" -> userAgent = textOrEmpty(field, json, EventLimits.USER_AGENT_LENGTH);
      default -> {
        return readClientField(field, json);
      }
    }
    return true;
  }

  private boolean readRawField(String field, JsonParser json)
      throws IOException, EventFormatException {
    switch (field) {
      case "received_at" -> receivedAt = millis(field, json);
      case "visitor_id" -> visitorId = hex(VISITOR_ID_DIGITS, field, json);
      case "ip_hash" -> ipHash = hex(IP_HASH_DIGITS, field, json);
      case "ip_prefix" -> ipPrefix = text(field, json, EventLimits.NAME_LENGTH);
      case "ua" -> userAgent = text(field, json, EventLimits.USER_AGENT_LENGTH);
      case "ch_brands" -> brands = text(field, json, EventLimits.HINT_LENGTH);
      case "ch_mobile" -> mobile = text(field, json, EventLimits.HINT_LENGTH);
      case "ch_platform" -> platform = text(field, json, EventLimits.HINT_LENGTH);
      case "accept_language" -> acceptLanguage = text(field, json, EventLimits.HINT_LENGTH);
      case "previous_visitor_id" -> previousVisitorId = hex(VISITOR_ID_DIGITS, field, json);
      case "bot" -> bot = flag(field, json);
      case "bot_name" -> botName = text(field, json, EventLimits.NAME_LENGTH);
      default -> {
        return readClientField(field, json);
      }
    }
    return true;
  }

  private boolean readClientField(String field, JsonParser json)
      throws IOException, EventFormatException {
    switch (field) {
      case "event_id" -> eventId = eventId(json);
      case "site_id" -> siteId = text(field, json, EventLimits.NAME_LENGTH);
      case "event_name" -> eventName = text(field, json, EventLimits.NAME_LENGTH);
      case "url" -> url = text(field, json, EventLimits.URL_LENGTH);
      case "referrer" -> referrer = text(field, json, EventLimits.URL_LENGTH);
      case "user_id" -> userId = text(field, json, EventLimits.NAME_LENGTH);
      case "session_id" -> sessionId = text(field, json, EventLimits.NAME_LENGTH);
      case "ts" -> ts = millis(field, json);
      case "props" -> props = object(field, json);
      case "screen" -> screen = text(field, json, EventLimits.NAME_LENGTH);
      case "language" -> language = text(field, json, EventLimits.NAME_LENGTH);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String eventId(JsonParser json)
      throws IOException, EventFormatException {
    String id = text("event_id", json, EventLimits.NAME_LENGTH);
    if (id != null && !EventLimits.isEventId(id)) {
      throw invalid("event_id", "1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
    return id;
  }

  private static @Nullable String hex(int digits, String field, JsonParser json)
      throws IOException, EventFormatException {
    String value = text(field, json, EventLimits.NAME_LENGTH);
    if (value != null && (value.length() != digits || !isLowerHex(value))) {
      throw invalid(field, "of the form [0-9a-f]{" + digits + "}");
    }
    return value;
  }

  private static boolean isLowerHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String text(String field, JsonParser json, int longest)
      throws IOException, EventFormatException {
    String value = textOrEmpty(field, json, longest);
    return value == null || value.isEmpty() ? null : value;
  }

  private static @Nullable String textOrEmpty(String field, JsonParser json, int longest)
      throws IOException, EventFormatException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw invalid(field, "a string");
    }
    String value = json.getText();
    if (value.length() > longest) {
      throw invalid(field, "at most " + longest + " characters");
    }
    if (!isWellFormed(value)) {
      throw invalid(field, "well-formed Unicode");
    }
    return value;
  }

  private static long millis(String field, JsonParser json)
      throws IOException, EventFormatException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return 0;
    }
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
        || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw invalid(field, "a whole number of milliseconds since 1970");
    }
    return json.getLongValue();
  }

  private static boolean flag(String field, JsonParser json) throws EventFormatException {
    if (!json.currentToken().isBoolean() && json.currentToken() != JsonToken.VALUE_NULL) {
      throw invalid(field, "true or false");
    }
    return json.currentToken() == JsonToken.VALUE_TRUE;
  }

  private static @Nullable String object(String field, JsonParser json)
      throws IOException, EventFormatException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw invalid(field, "an object");
    }
    String object = PropsWriter.write(json);
    if (!isWellFormed(object)) {
      throw invalid(field, "well-formed Unicode");
    }
    return object.equals("{}") ? null : object;
  }

  /** Whether every surrogate has its partner; others cannot be written as UTF-8. */
  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (!Character.isHighSurrogate(c)
          || ++i == text.length()
          || !Character.isLowSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static EventFormatException invalid(String field, String wanted) {
    return new EventFormatException(Problem.INVALID_VALUE, field + " must be " + wanted);
  }

  private static <T> T required(String field, @Nullable T value) throws EventFormatException {
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
        language);
  }

  private CollectedEvent toCollected() throws EventFormatException {
    return new CollectedEvent(toClientEvent(), eventId, ip, userAgent);
  }

  private RawEvent toRaw() throws EventFormatException {
    required("ts", ts == 0 ? null : ts);
    required("received_at", receivedAt == 0 ? null : receivedAt);
    ClientHints hints = new ClientHints(brands, mobile, platform);
    Origin origin =
        new Origin(
            visitorId,
            ipHash,
            ipPrefix,
            userAgent,
            hints,
            acceptLanguage,
            previousVisitorId,
            bot && botName == null ? Origin.UNNAMED_BOT : botName);
    return new RawEvent(required("event_id", eventId), toClientEvent(), origin, receivedAt);
  }

  @FunctionalInterface
  private interface FieldReader {
    boolean read(EventReader reader, String field, JsonParser json)
        throws IOException, EventFormatException;
  }
}
