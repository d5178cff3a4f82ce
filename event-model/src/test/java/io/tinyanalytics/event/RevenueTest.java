package io.tinyanalytics.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tinyanalytics.event.EventFormatException.Problem;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RevenueTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-0.0, 0, 0",
    "12.5, 125000, 12.5",
    "12.50000, 125000, 12.5",
    "100, 1000000, 100",
    "1e2, 1000000, 100",
    "-3.99, -39900, -3.99",
    "0.00005, 1, 0.0001",
    "0.000049999, 0, 0",
    "-0.00005, -1, -0.0001",
    "19.99995, 200000, 20",
    "99999999999999.9999, 999999999999999999, 99999999999999.9999",
    "-99999999999999.9999, -999999999999999999, -99999999999999.9999",
    "1e-999999999, 0, 0",
    "0e999999999, 0, 0"
  })
  void isReadFromANumberAndRoundedHalfUp(String amount, long units, String written)
      throws EventFormatException {
    Revenue revenue = collected("{'amount':" + amount + ",'currency':'EUR'}");

    assertThat(revenue).isEqualTo(new Revenue(units, "EUR"));
    assertThat(revenue.amount()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"12.5, 125000", "-12, -120000", "00012.50, 125000", "0.00005, 1"})
  void isReadFromAText(String amount, long units) throws EventFormatException {
    assertThat(collected("{'amount':'" + amount + "','currency':'EUR'}").units()).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({"EUR, EUR", "eur, EUR", "Usd, USD", "xxi, XXI"})
  void raisesItsCurrency(String sent, String currency) throws EventFormatException {
    assertThat(collected("{'amount':1,'currency':'" + sent + "'}").currency()).isEqualTo(currency);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          7                                                | revenue must be an object
          [1]                                              | revenue must be an object
          {'amount':100000000000000,'currency':'EUR'}      | revenue.amount must be less than 100000000000000
          {'amount':99999999999999.99995,'currency':'EUR'} | revenue.amount must be less than 100000000000000
          {'amount':-100000000000000,'currency':'EUR'}     | revenue.amount must be less than 100000000000000
          {'amount':1e999999999,'currency':'EUR'}          | revenue.amount must be less than 100000000000000
          {'amount':'1e3','currency':'EUR'}                | revenue.amount must be a decimal number
          {'amount':'','currency':'EUR'}                   | revenue.amount must be a decimal number
          {'amount':'1,5','currency':'EUR'}                | revenue.amount must be a decimal number
          {'amount':'.5','currency':'EUR'}                 | revenue.amount must be a decimal number
          {'amount':true,'currency':'EUR'}                 | revenue.amount must be a decimal number
          {'amount':[1],'currency':'EUR'}                  | revenue.amount must be a decimal number
          {'amount':1,'currency':'EURO'}                   | revenue.currency must be three letters, such as EUR
          {'amount':1,'currency':'€'}                      | revenue.currency must be three letters, such as EUR
          {'amount':1,'currency':'ıſk'}                    | revenue.currency must be three letters, such as EUR
          {'amount':1,'currency':978}                      | revenue.currency must be three letters, such as EUR
          """)
  void isRefusedWhereItIsNone(String revenue, String sentence) {
    EventFormatException refusal =
        catchThrowableOfType(EventFormatException.class, () -> collected(revenue));

    assertThat(refusal).hasMessage(sentence);
    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {}                              | revenue.amount is missing
          {'amount':null,'currency':'EUR'} | revenue.amount is missing
          {'amount':1}                    | revenue.currency is missing
          {'amount':1,'currency':null}    | revenue.currency is missing
          """)
  void isMissingAPart(String revenue, String sentence) {
    EventFormatException refusal =
        catchThrowableOfType(EventFormatException.class, () -> collected(revenue));

    assertThat(refusal).hasMessage(sentence);
    assertThat(refusal.problem()).isEqualTo(Problem.MISSING_FIELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'amount':1.00001,'currency':'EUR'}",
        "{'amount':1e-9,'currency':'EUR'}",
        "{'amount':1,'currency':'eur'}"
      })
  void isNotRepairedInAMessage(String revenue) {
    EventFormatException refusal =
        catchThrowableOfType(EventFormatException.class, () -> raw(revenue));

    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_VALUE);
  }

  @Test
  void isReadFromAMessageAsItIsWritten() throws EventFormatException {
    Revenue most = new Revenue(Revenue.MOST_UNITS, "EUR");

    assertThat(raw("{'amount':" + most.amount() + ",'currency':'EUR'}")).isEqualTo(most);
  }

  private static Revenue collected(String revenue) throws EventFormatException {
    byte[] body = json("{'site_id':'s','event_name':'e','revenue':" + revenue + "}");
    return Objects.requireNonNull(EventJson.readCollected(body).event().details().revenue());
  }

  private static Revenue raw(String revenue) throws EventFormatException {
    byte[] value =
        json(
            "{'event_id':'a','site_id':'s','event_name':'e','ts':1,'received_at':1,'revenue':"
                + revenue
                + "}");
    return Objects.requireNonNull(EventJson.readRaw(value).event().details().revenue());
  }

  private static byte[] json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"').getBytes(UTF_8);
  }
}
