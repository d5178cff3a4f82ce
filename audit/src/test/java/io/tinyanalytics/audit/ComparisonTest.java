package io.tinyanalytics.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {

  private static final long APPENDED_AT = 1_700_000_000_500L;
  private static final String VALUE =
      """
      {"event_id":"e-1","site_id":"s","event_name":"purchase","url":"https://a.example/\\u00e9",
      "ts":1700000000000,"props":{"a":1.0,"b":[null,"2024-02-30"]},"received_at":1700000000250,
      "visitor_id":"00f1e2d3c4b5a697","ua":"Firefox","bot_name":"acme"}""";
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("event_id", "e-1"),
          Map.entry("site_id", "s"),
          Map.entry("event_name", "purchase"),
          Map.entry("url", "https://a.example/é"),
          Map.entry("ts", "1700000000000"),
          Map.entry("day", "2023-11-14"),
          Map.entry("props", "{\"a\":1.0,\"b\":[null,\"2024-02-30\"]}"),
          Map.entry("received_at", "1700000000250"),
          Map.entry("appended_at", "1700000000500"),
          Map.entry("visitor_id", "00f1e2d3c4b5a697"),
          Map.entry("ip_hash", "0".repeat(64)),
          Map.entry("language", "de"),
          Map.entry("engaged_ms", "0"),
          Map.entry("scroll", "0"),
          Map.entry("revenue.amount", "0"),
          Map.entry("revenue.currency", ""),
          Map.entry("bot", "true"));

  @Test
  void findsNothingWhereEachFieldIsAsItWasSent() {
    assertThat(differing(VALUE, event(Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          event_id    | e-2
          site_id     | t
          event_name  | Purchase
          url         | https://a.example/e
          referrer    | https://b.example/
          user_id     | u
          session_id  | x
          screen      | 1x1
          ts          | 1700000000001
          day         | 2023-11-15
          received_at | 0
          appended_at | 1700000000000
          visitor_id  | 0000000000000000
          ip_hash     | 1
          bot         | false
          engaged_ms  | 1
          scroll      | 1
          revenue.amount   | 0.0001
          revenue.amount   | none
          revenue.currency | EUR
          props       | {"a":1,"b":[null,"2024-02-30"]}
          props       | {"a":1.0,"b":["2024-02-30"]}
          props       | {"a":1.0,"b":[null,"2024-03-01"]}
          props       | {"b":[null,"2024-02-30"],"a":1.0}
          props       | {"a":1.0,"b":[null,"2024-02-30"]
          props       | {}
          """)
  void namesTheFieldThatDiffers(String field, String stored) {
    assertThat(differing(VALUE, event(Map.of(field, stored)))).containsExactly(field);
  }

  @Test
  void comparesALanguageOnlyIfTheClientToldOne() {
    String value = VALUE.replace("\"ua\"", "\"language\":\"de-AT\",\"ua\"");

    assertThat(differing(value, event(Map.of("language", "de-AT")))).isEmpty();
    assertThat(differing(value, event(Map.of()))).containsExactly("language");
  }

  @Test
  void takesScreenAndLanguageOfALaterRowForTheOnesOfItsVisit() {
    String value = VALUE.replace("\"ua\"", "\"language\":\"de-AT\",\"ua\"");
    Map<String, String> ofTheVisit = Map.of("screen", "1x1", "language", "fr");
    Map<String, String> later = new HashMap<>(ofTheVisit);
    later.put("later_in_visit", "1");

    assertThat(differing(value, event(later))).isEmpty();
    assertThat(differing(value, event(ofTheVisit))).containsExactlyInAnyOrder("screen", "language");
  }

  @Test
  void comparesTheDayThatAMessageNames() {
    String value = VALUE.replace("\"ua\"", "\"day\":\"2023-11-15\",\"ua\"");

    assertThat(differing(value, event(Map.of("day", "2023-11-15")))).isEmpty();
    assertThat(differing(value, event(Map.of()))).containsExactly("day");
  }

  @Test
  void comparesWhatTheClientMeasured() {
    String value =
        VALUE.replace(
            "\"ua\"",
            "\"engaged_ms\":15000,\"scroll\":60,"
                + "\"revenue\":{\"amount\":12.50,\"currency\":\"EUR\"},\"ua\"");
    var stored =
        Map.of(
            "engaged_ms", "15000",
            "scroll", "60",
            "revenue.amount", "12.5",
            "revenue.currency", "EUR");

    assertThat(differing(value, event(stored))).isEmpty();
    assertThat(differing(value, event(Map.of())))
        .containsExactly("engaged_ms", "scroll", "revenue.currency", "revenue.amount");
  }

  @Test
  void saysThatAnEventIsStoredForWhatIsNone() {
    assertThat(differing("[]", event(Map.of()))).containsExactly("value");
  }

  @Test
  void comparesTheBytesOfAMalformedMessageWhileTheyAreKept() {
    var kept = Map.of("original", "7B", "appended_at", "1700000000500");
    var gone = Map.of("original", "", "appended_at", "1700000000500");

    assertThat(differing("{", new StoredRow(7, "malformed", kept))).isEmpty();
    assertThat(differing("{", new StoredRow(7, "malformed", gone))).isEmpty();
    assertThat(differing("}", new StoredRow(7, "malformed", kept))).containsExactly("original");
  }

  private static StoredRow event(Map<String, String> changes) {
    var fields = new HashMap<>(FIELDS);
    fields.putAll(changes);
    return new StoredRow(7, "", fields);
  }

  private static List<String> differing(String value, StoredRow row) {
    return Comparison.differing(
        new ConsumerRecord<>(
            "events.raw",
            0,
            7,
            APPENDED_AT,
            TimestampType.LOG_APPEND_TIME,
            0,
            value.length(),
            new byte[0],
            value.getBytes(UTF_8),
            new RecordHeaders(),
            Optional.empty()),
        row);
  }
}
