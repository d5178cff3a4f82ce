package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tinyanalytics.event.EventFormatException.Problem;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the values of one event's fields, and checks their lengths. */
final class ValueReader {

  private static final int DAY_LENGTH = 10;

  private final JsonParser json;

  ValueReader(JsonParser json) {
    this.json = json;
  }

  /** The text; null if it is absent or empty. */
  @Nullable String text(String field, int longest) throws IOException, EventFormatException {
    return text(field, longest, UnaryOperator.identity());
  }

  /**
   * The text after a change that may shorten it; null if the text is absent, or if the result is
   * empty.
   */
  @Nullable String text(String field, int longest, UnaryOperator<String> change)
      throws IOException, EventFormatException {
    String value = textOrEmpty(field, longest, change);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The text; null if it is absent. */
  @Nullable String textOrEmpty(String field, int longest) throws IOException, EventFormatException {
    return textOrEmpty(field, longest, UnaryOperator.identity());
  }

  private @Nullable String textOrEmpty(String field, int longest, UnaryOperator<String> change)
      throws IOException, EventFormatException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw invalid(field, "a string");
    }
    String value = change.apply(json.getText());
    if (value.length() > longest) {
      throw invalid(field, "at most " + longest + " characters");
    }
    if (!isWellFormed(value)) {
      throw invalid(field, "well-formed Unicode");
    }
    return value;
  }

  /** Whether every surrogate has its partner. A lone surrogate cannot be written as UTF-8. */
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

  /** An id by the rule of event ids; null if it is absent or empty. */
  @Nullable String id(String field) throws IOException, EventFormatException {
    String id = text(field, EventLimits.NAME_LENGTH);
    if (id != null && !EventLimits.isEventId(id)) {
      throw invalid(field, "1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
    return id;
  }

  @Nullable String hex(String field, int digits) throws IOException, EventFormatException {
    String value = text(field, EventLimits.NAME_LENGTH);
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

  /** A whole number; 0 if it is absent. */
  long millis(String field) throws IOException, EventFormatException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return 0;
    }
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
        || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw invalid(field, "a whole number of milliseconds since 1970");
    }
    return json.getLongValue();
  }

  /** A whole number from 0 to {@code most}; 0 if it is absent. */
  int wholeNumber(String field, int most) throws IOException, EventFormatException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return 0;
    }
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() == JsonParser.NumberType.INT
        && json.getIntValue() >= 0
        && json.getIntValue() <= most) {
      return json.getIntValue();
    }
    throw invalid(field, "a whole number from 0 to " + most);
  }

  /** A calendar date; null if it is absent or empty. */
  @Nullable LocalDate day(String field) throws IOException, EventFormatException {
    String text = text(field, EventLimits.NAME_LENGTH);
    if (text == null) {
      return null;
    }
    if (!isDay(text)) {
      throw invalid(field, "a day such as 2026-05-17");
    }
    try {
      return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    } catch (DateTimeException noSuchDay) {
      throw invalid(field, "a day of the calendar");
    }
  }

  /** Whether the text has the form of a day. A pattern would take longer than all the rest. */
  private static boolean isDay(String text) {
    if (text.length() != DAY_LENGTH) {
      return false;
    }
    for (int i = 0; i < DAY_LENGTH; i++) {
      char c = text.charAt(i);
      boolean fits = (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** The boolean; false if it is absent. */
  boolean flag(String field) throws EventFormatException {
    if (!json.currentToken().isBoolean() && json.currentToken() != JsonToken.VALUE_NULL) {
      throw invalid(field, "true or false");
    }
    return json.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** An object as compact text; null if it is absent or empty. */
  @Nullable String object(String field) throws IOException, EventFormatException {
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

  private static EventFormatException invalid(String field, String wanted) {
    return new EventFormatException(Problem.INVALID_VALUE, field + " must be " + wanted);
  }
}
