package io.tinyanalytics.bench.events;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events like those of the edge. The number of an event determines its content. There are 200 sites
 * of unequal size and half a million visitors, few of whom come often. 10,000 visits run at the
 * same time, and have three events each. One event in a hundred is a copy of an earlier one.
 */
public final class SampleEvents {
  private static final int SITES = 200;
  private static final int VISITORS = 500_000;
  private static final int PAGES = 2_000;
  private static final int VISITS = 10_000;
  private static final int EVENTS_PER_VISIT = 3;
  private static final int COPY_EVERY = 100;

  /** Fifty events per second, so that about four million fill a day. */
  private static final long MILLIS_PER_EVENT = 20;

  private static final long BEGIN = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final HexFormat HEX = HexFormat.of();

  private static final List<String> SECTIONS = List.of("blog", "docs", "shop", "news", "about");
  private static final List<String> CAMPAIGNS =
      List.of(
          "utm_source=newsletter&utm_medium=email&utm_campaign=spring-2026",
          "utm_source=google&utm_medium=cpc&utm_campaign=brand&utm_term=web+analytics",
          "utm_source=facebook&utm_medium=social&utm_campaign=launch&utm_content=video");
  private static final List<String> REFERRERS =
      List.of(
          "https://www.google.com/",
          "https://duckduckgo.com/",
          "https://www.bing.com/",
          "https://t.co/Xh3kQ9",
          "https://news.ycombinator.com/item?id=41234567");
  private static final List<String> NAMES = List.of("click", "signup", "scroll", "purchase");
  private static final List<String> SCREENS = List.of("1920x1080", "1440x900", "390x844");
  private static final List<String> LANGUAGES = List.of("en-US", "de-DE", "fr-FR", "pt-BR", "ja");

  private SampleEvents() {}

  /** The event of this number. One in a hundred equals an event shortly before it. */
  public static RawEvent event(long number) {
    boolean copy = number % COPY_EVERY == COPY_EVERY - 1;
    return original(copy ? number - 1 - mix(number, 0) % (COPY_EVERY / 2) : number);
  }

  /** The key of the event's message: the same for all events of a visitor. */
  public static long messageKey(RawEvent event) {
    String visitor = event.origin().visitorId();
    return visitor == null ? 0 : HexFormat.fromHexDigitsToLong(visitor);
  }

  private static RawEvent original(long number) {
    var random = new SplittableRandom(number);
    int visitor = skewed(new SplittableRandom(mix(visit(number), 4)), VISITORS, 2);
    var visitorRandom = new SplittableRandom(mix(visitor, 1));
    int site = skewed(visitorRandom, SITES, 3);
    long received = BEGIN + number * MILLIS_PER_EVENT;
    return new RawEvent(
        eventId(received, number),
        clientEvent(random, visitorRandom, site, visitor, received - random.nextInt(50)),
        origin(visitorRandom, site, visitor),
        received);
  }

  /** A visit has three events within seven minutes, between those of other visits. */
  private static long visit(long number) {
    return number / VISITS / EVENTS_PER_VISIT * VISITS + number % VISITS;
  }

  private static ClientEvent clientEvent(
      SplittableRandom random, SplittableRandom visitor, int site, int visitorNumber, long ts) {
    boolean pageview = random.nextInt(100) < 85;
    var host = "https://www.site-" + site + ".example";
    return new ClientEvent(
        "site-" + site,
        pageview ? ClientEvent.PAGEVIEW : one(NAMES, random),
        url(random, host),
        referrer(random, host),
        visitor.nextInt(100) < 10 ? "user-" + visitorNumber : null,
        visitor.nextInt(100) < 30 ? "s" + visitorNumber + "-" + ts / 3_600_000 : null,
        ts,
        props(random, pageview),
        one(SCREENS, visitor),
        one(LANGUAGES, visitor));
  }

  private static String url(SplittableRandom random, String host) {
    int page = skewed(random, PAGES, 3);
    var url = host + "/" + SECTIONS.get(page % SECTIONS.size()) + "/page-" + page;
    return random.nextInt(100) < 15 ? url + "?" + one(CAMPAIGNS, random) : url;
  }

  private static @Nullable String referrer(SplittableRandom random, String host) {
    int draw = random.nextInt(100);
    if (draw < 40) {
      return url(random, host);
    }
    return draw < 75 ? one(REFERRERS, random) : null;
  }

  private static @Nullable String props(SplittableRandom random, boolean pageview) {
    if (pageview && random.nextInt(100) < 80) {
      return null;
    }
    return "{\"plan\":\"%s\",\"variant\":%d,\"price\":%d.5}"
        .formatted(
            random.nextBoolean() ? "pro" : "free", random.nextInt(3), 10 * random.nextInt(20));
  }

  private static Origin origin(SplittableRandom visitor, int site, int number) {
    var agent = UserAgents.of(visitor);
    var address = new byte[32];
    visitor.nextBytes(address);
    return new Origin(
        HEX.toHexDigits(mix(number, 2)),
        HEX.formatHex(address),
        (11 + site) + "." + (number >> 8 & 0xff) + "." + (number & 0xff) + ".0/24",
        agent.text(),
        agent.hints(),
        one(LANGUAGES, visitor) + ",en;q=0.8");
  }

  /** A UUID of version 7, as the edge assigns it. */
  private static String eventId(long millis, long number) {
    long low = 0x8000_0000_0000_0000L | mix(number, 3) >>> 2;
    return new UUID(millis << 16 | 0x7000 | (number & 0xfff), low).toString();
  }

  /**
   * A random number below {@code bound}. The larger {@code exponent} is, the more likely are small
   * numbers.
   */
  private static int skewed(SplittableRandom random, int bound, int exponent) {
    return (int) (bound * Math.pow(random.nextDouble(), exponent));
  }

  private static <T> T one(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  private static long mix(long number, int salt) {
    return new SplittableRandom(number * MIX + salt).nextLong() >>> 1;
  }
}
