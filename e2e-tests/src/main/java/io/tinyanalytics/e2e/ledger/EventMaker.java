package io.tinyanalytics.e2e.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes the events of one sender. The same seed gives the same contents. */
final class EventMaker {

  private static final long EARLIEST = Instant.parse("2000-01-02T00:00:00Z").toEpochMilli();

  /** Less than the five minutes that the edge accepts. */
  private static final Duration AHEAD = Duration.ofMinutes(4);

  /** Long enough for several visits of one visitor. */
  private static final Duration RECENT = Duration.ofHours(3);

  /** Few enough for several events in one visit. */
  private static final int VISITORS = 100;

  private static final String USER_AGENT =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0"
          + " Safari/537.36";
  private static final List<String> LANGUAGES = List.of("de-DE", "en", "pt-BR", "zh-Hant-TW");
  private static final List<String> REFERRERS =
      List.of("https://search.example/?q=shoes", "https://shop.example/", "android-app://org.app");

  private final String prefix;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final OddTexts odd;
  private long made;

  /**
   * @param prefix the prefix of numbers and ids; no other maker may have the same
   */
  EventMaker(String prefix, RandomGenerator random, InstantSource clock) {
    this.prefix = prefix;
    this.random = random;
    this.clock = clock;
    this.odd = new OddTexts(random);
  }

  SentEvent make(LoadSite site) {
    String number = number();
    return SentEvent.of(site, site == LoadSite.NAMELESS ? "" : number, number, 0, fields(site));
  }

  /** An event that the edge must refuse: it has a field that only a trusted sender may set. */
  SentEvent makeRefusable() {
    String number = number();
    ObjectNode fields = usual().put("ip", "203.0.113.9");
    return SentEvent.of(LoadSite.MAIN, SentEvent.REFUSABLE + number, number, 0, fields);
  }

  private String number() {
    return prefix + "-" + made++;
  }

  private ObjectNode fields(LoadSite site) {
    return switch (site) {
      case MAIN, NAMELESS -> usual();
      case SIGNED -> mixed(usual());
      case TRUSTED -> known(mixed(usual()), random.nextInt(VISITORS));
      case TIMES -> usual().put("ts", oddTime());
      case ODD -> odd.fill(usual());
    };
  }

  private ObjectNode usual() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode().put("event_name", "pageview");
    if (random.nextInt(5) > 0) {
      fields.put("user_id", "u-" + random.nextInt(5_000));
      fields.put("session_id", "s-" + random.nextInt(20_000));
    }
    if (random.nextBoolean()) {
      fields.put("ts", clock.millis());
      fields.put("referrer", oneOf(REFERRERS));
      fields.put("language", oneOf(LANGUAGES)).put("screen", "1920x1080");
    }
    fields
        .putObject("props")
        .put(SentEvent.NOTE, "note " + random.nextInt(1_000))
        .put("price", random.nextInt(10_000) / 100.0);
    return fields;
  }

  /** One of the events that make up a visit. */
  private ObjectNode mixed(ObjectNode fields) {
    return switch (random.nextInt(4)) {
      case 0 -> fields.put("event_name", "purchase");
      case 1 -> fields.put("event_name", "engagement").put("engaged_ms", random.nextInt(60_000));
      default -> fields;
    };
  }

  /** An event of the last hours of a visitor whose server gives the address. */
  private ObjectNode known(ObjectNode fields, int visitor) {
    return fields
        .put("ts", clock.millis() - random.nextLong(RECENT.toMillis()))
        .put("ip", address(visitor))
        .put("user_agent", USER_AGENT.formatted(100 + visitor % 30));
  }

  private long oddTime() {
    long now = clock.millis();
    return switch (random.nextInt(4)) {
      case 0 -> now + random.nextLong(AHEAD.toMillis());
      case 1 -> now - random.nextLong(Duration.ofDays(2).toMillis());
      case 2 -> now - random.nextLong(Duration.ofDays(400).toMillis());
      default -> EARLIEST + random.nextLong(now - EARLIEST);
    };
  }

  private static String address(int visitor) {
    return visitor % 2 == 0 ? "198.51.100." + visitor : "2001:db8::" + Integer.toHexString(visitor);
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
