package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tinyanalytics.event.EventFormatException.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the object {@code revenue} of an event. */
final class RevenueReader {

  private static final String AMOUNT = "revenue.amount";
  private static final String CURRENCY = "revenue.currency";

  /** An amount as text. It is short, and has no exponent. */
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,32}(?:\\.[0-9]{1,32})?");

  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{3}");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]{3}");

  /** How many digits may stand before the point. */
  private static final int WHOLE_DIGITS = 14;

  private final JsonParser json;

  RevenueReader(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads the object that begins at the current token; null if it is absent.
   *
   * @param repairing whether to round an amount to its decimals, and to raise a currency to
   *     capitals; otherwise such values are refused
   */
  @Nullable Revenue read(boolean repairing) throws IOException, EventFormatException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("revenue", "an object");
    }
    Long units = null;
    String currency = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "amount" -> units = value == JsonToken.VALUE_NULL ? null : units(repairing);
        case "currency" -> currency = value == JsonToken.VALUE_NULL ? null : currency(repairing);
        default -> json.skipChildren();
      }
    }
    return new Revenue(
        EventReader.required(AMOUNT, units), EventReader.required(CURRENCY, currency));
  }

  private long units(boolean repairing) throws IOException, EventFormatException {
    boolean text = json.currentToken() == JsonToken.VALUE_STRING;
    if (text ? !DECIMAL.matcher(json.getText()).matches() : !json.currentToken().isNumeric()) {
      throw invalid(AMOUNT, "a decimal number");
    }
    return units(text ? new BigDecimal(json.getText()) : json.getDecimalValue(), repairing);
  }

  private static long units(BigDecimal amount, boolean repairing) throws EventFormatException {
    // The exponent comes first: a number such as 1e999999999 must never be written out.
    long wholeDigits = (long) amount.precision() - amount.scale();
    if (amount.signum() != 0 && wholeDigits > WHOLE_DIGITS) {
      throw invalid(AMOUNT, "less than 100000000000000");
    }
    if (amount.signum() == 0 || (repairing && wholeDigits < -Revenue.DECIMALS)) {
      return 0;
    }
    if (!repairing && amount.stripTrailingZeros().scale() > Revenue.DECIMALS) {
      throw invalid(AMOUNT, "of at most " + Revenue.DECIMALS + " decimals");
    }
    BigDecimal rounded = amount.setScale(Revenue.DECIMALS, RoundingMode.HALF_UP);
    long units = rounded.unscaledValue().longValue();
    if (Math.abs(units) > Revenue.MOST_UNITS) {
      throw invalid(AMOUNT, "less than 100000000000000");
    }
    return units;
  }

  private String currency(boolean repairing) throws IOException, EventFormatException {
    boolean text = json.currentToken() == JsonToken.VALUE_STRING;
    Pattern form = repairing ? LETTERS : CAPITALS;
    if (!text || !form.matcher(json.getText()).matches()) {
      throw invalid(CURRENCY, "three letters, such as EUR");
    }
    return json.getText().toUpperCase(Locale.ROOT);
  }

  private static EventFormatException invalid(String field, String wanted) {
    return new EventFormatException(Problem.INVALID_VALUE, field + " must be " + wanted);
  }
}
