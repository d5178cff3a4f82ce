package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;

/**
 * Writes a site's properties as compact JSON that a ClickHouse column of type JSON takes whatever
 * they are. Two things it would refuse, and with them the whole batch: a key with a dot may name
 * the same path as a nested object, so a dot becomes {@code %2E}, as ClickHouse itself escapes it;
 * and a number that fits neither 64 bits nor a double becomes a string of its digits.
 *
 * @see <a href="https://clickhouse.com/docs/sql-reference/data-types/newjson">ClickHouse: JSON</a>
 */
final class PropsWriter {

  private static final BigInteger LARGEST_UNSIGNED =
      BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  private PropsWriter() {}

  /** Writes the object at whose start {@code json} stands, and moves to its end. */
  static String write(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = EventJson.JSON.createGenerator(text)) {
      copy.enable(JsonGenerator.Feature.STRICT_DUPLICATE_DETECTION); // a.b beside a%2Eb
      int depth = 0;
      do {
        JsonToken token = json.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        copyToken(token, json, copy);
      } while (depth > 0 && json.nextToken() != null);
    }
    return text.toString();
  }

  private static void copyToken(JsonToken token, JsonParser json, JsonGenerator copy)
      throws IOException {
    switch (token) {
      case FIELD_NAME -> copy.writeFieldName(json.currentName().replace(".", "%2E"));
      case VALUE_NUMBER_INT -> copyNumber(fitsInteger(json), json, copy);
      case VALUE_NUMBER_FLOAT -> copyNumber(fitsDouble(json), json, copy);
      default -> copy.copyCurrentEvent(json);
    }
  }

  private static void copyNumber(boolean fits, JsonParser json, JsonGenerator copy)
      throws IOException {
    if (fits) {
      copy.writeNumber(json.getText());
    } else {
      copy.writeString(json.getText());
    }
  }

  private static boolean fitsInteger(JsonParser json) throws IOException {
    if (json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return true;
    }
    BigInteger value = json.getBigIntegerValue();
    return value.compareTo(SMALLEST) >= 0 && value.compareTo(LARGEST_UNSIGNED) <= 0;
  }

  private static boolean fitsDouble(JsonParser json) throws IOException {
    return Double.isFinite(Double.parseDouble(json.getText()));
  }
}
