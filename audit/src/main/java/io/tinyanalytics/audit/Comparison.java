package io.tinyanalytics.audit;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares a message with a row at the same offset, field by field. */
final class Comparison {
  private static final List<String> TEXTS =
      List.of(
          "site_id",
          "event_name",
          "event_id",
          "user_id",
          "session_id",
          "ts",
          "url",
          "referrer",
          "received_at");

  private static final String TRUE = "1";
  private static final String AMOUNT = "revenue.amount";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String MALFORMED = "malformed";

  private final ConsumerRecord<byte[], byte[]> message;
  private final StoredRow row;
  private final List<String> differing = new ArrayList<>();

  private Comparison(ConsumerRecord<byte[], byte[]> message, StoredRow row) {
    this.message = message;
    this.row = row;
  }

  /** The names of the fields that differ, as written on the wire; empty if the row is equal. */
  static List<String> differing(ConsumerRecord<byte[], byte[]> message, StoredRow row) {
    var comparison = new Comparison(message, row);
    comparison.compare();
    return List.copyOf(comparison.differing);
  }

  private void compare() {
    expect("appended_at", Long.toString(message.timestamp()));
    if (row.isEvent()) {
      compareEvent();
    } else {
      compareDiscard();
    }
  }

  private void compareEvent() {
    var event = SentEvent.of(message.value());
    if (event == null) {
      differing.add("value");
      return;
    }
    TEXTS.forEach(field -> expect(field, event.texts().getOrDefault(field, "")));
    expect("visitor_id", event.texts().getOrDefault("visitor_id", "0".repeat(16)));
    expect("ip_hash", event.texts().getOrDefault("ip_hash", "0".repeat(64)));
    expect("day", event.texts().getOrDefault("day", day(event.texts().getOrDefault("ts", ""))));
    expect("engaged_ms", event.texts().getOrDefault("engaged_ms", "0"));
    expect("scroll", event.texts().getOrDefault("scroll", "0"));
    expect("revenue.currency", event.texts().getOrDefault("revenue.currency", ""));
    if (!isAmount(event.texts().getOrDefault(AMOUNT, "0"), row.field(AMOUNT))) {
      differing.add(AMOUNT);
    }
    if (!row.field("later_in_visit").equals(TRUE)) {
      compareOwnAttributes(event);
    }
    if (event.texts().containsKey("bot_name")) {
      expect("bot", "true");
    }
    if (!event.props().equals(SentEvent.tokens(row.field("props")))) {
      differing.add("props");
    }
  }

  /** Later rows of a visit have the screen and the language of its first row instead. */
  private void compareOwnAttributes(SentEvent event) {
    expect("screen", event.texts().getOrDefault("screen", ""));
    if (event.texts().containsKey("language")) {
      expect("language", event.texts().get("language"));
    }
  }

  /**
   * A discard keeps the message's bytes only if the message is malformed, and only for a limited
   * time.
   */
  private void compareDiscard() {
    if (row.reason().equals(MALFORMED) && !row.field("original").isEmpty()) {
      expect("original", HEX.formatHex(message.value()));
    }
  }

  /** Whether two texts are the same amount: zeros at the end do not count. */
  private static boolean isAmount(String sent, String stored) {
    try {
      return new BigDecimal(sent).compareTo(new BigDecimal(stored)) == 0;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  /** The day of an event whose message does not name it. */
  private static String day(String millis) {
    try {
      return Instant.ofEpochMilli(Long.parseLong(millis)).atOffset(UTC).toLocalDate().toString();
    } catch (NumberFormatException | DateTimeException none) {
      return "";
    }
  }

  private void expect(String field, String sent) {
    if (!sent.equals(row.field(field))) {
      differing.add(field);
    }
  }
}
