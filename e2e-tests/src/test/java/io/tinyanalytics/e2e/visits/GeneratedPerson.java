package io.tinyanalytics.e2e.visits;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A sender of events of one site. It stamps them as the edge does, with stand-ins for the hashes.
 *
 * @param name tells persons apart, also those of other sites
 * @param agent the user agent
 */
record GeneratedPerson(String siteId, ZoneId zone, String name, Kind kind, String agent) {

  private static final Duration LINK = Duration.ofMinutes(30);
  private static final int PAGES = 30;
  private static final List<String> SCREENS = List.of("1920x1080", "390x844", "1280x720", "");
  private static final List<String> LANGUAGES = List.of("de-AT", "en", "pt-BR", "");
  private static final List<String> PLATFORMS = List.of("\"Windows\"", "\"Linux\"", "");
  private static final List<String> REFERRERS =
      List.of(
          "",
          "",
          "https://search.example/?q=shoes",
          "https://news.example/today",
          "https://www.shop.example/p/1");
  private static final List<String> CAMPAIGNS =
      List.of("", "", "?utm_source=letter&utm_medium=email", "?utm_source=ads&utm_campaign=may");

  /** Who a sender is to the edge. */
  enum Kind {
    /** A browser with an address; sometimes somebody is signed in. */
    BROWSER,
    /** As a browser, of which the job knows that it is a bot. */
    BOT,
    /** A program with an address: a bot only where it names no user. */
    PROGRAM,
    /** A server that names its user and no address. */
    SERVER,
    /** A browser that opts out: its network is known, and no visitor. */
    OPT_OUT,
    /** Neither address nor user. */
    UNKNOWN
  }

  /** An event of this person. */
  GeneratedMessage event(
      String eventId, String eventName, long ts, long arrival, RandomGenerator random) {
    LocalDate day = Instant.ofEpochMilli(ts).atZone(zone).toLocalDate();
    String user = user(random);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("event_id", eventId).put("site_id", siteId).put("event_name", eventName);
    put(json, "url", url(random));
    put(json, "referrer", oneOf(REFERRERS, random));
    put(json, "user_id", user);
    json.put("ts", ts);
    put(json, "screen", oneOf(SCREENS, random));
    put(json, "language", oneOf(LANGUAGES, random));
    if (eventName.equals("engagement")) {
      json.put("engaged_ms", 1_000 + random.nextInt(60_000)).put("scroll", 1 + random.nextInt(100));
    }
    json.put("day", day.toString()).put("received_at", arrival);
    stamp(json, day, ts);
    put(json, "ch_platform", kind == Kind.BROWSER ? oneOf(PLATFORMS, random) : "");
    byte[] key = key(eventId, user);
    String content = Stamps.hex(eventId, eventName, String.valueOf(ts));
    byte[] value = json.toString().getBytes(UTF_8);
    return new GeneratedMessage(arrival, key, siteId, eventId, content, value);
  }

  private String user(RandomGenerator random) {
    return switch (kind) {
      case SERVER -> name;
      case BROWSER, PROGRAM, OPT_OUT -> random.nextInt(4) == 0 ? "member-" + name : "";
      case BOT, UNKNOWN -> "";
    };
  }

  /** Only a part of the pages has an address: a page view may have none. */
  private String url(RandomGenerator random) {
    if (random.nextInt(20) == 0) {
      return "";
    }
    String host = random.nextInt(10) == 0 ? "blog.example" : "www.shop.example";
    int page = Math.min(random.nextInt(PAGES), random.nextInt(PAGES));
    String path = page == 0 ? "/" : "/p/" + page;
    return "https://" + host + path + oneOf(CAMPAIGNS, random);
  }

  private void stamp(ObjectNode json, LocalDate day, long ts) {
    if (kind == Kind.SERVER || kind == Kind.UNKNOWN) {
      return;
    }
    json.put("ip_prefix", "203.0.113.0/24").put("ua", agent);
    if (kind == Kind.OPT_OUT) {
      return;
    }
    json.put("visitor_id", visitor(day)).put("ip_hash", Stamps.longHex(name, day.toString()));
    Instant midnight = day.atStartOfDay(zone).toInstant();
    if (Instant.ofEpochMilli(ts).isBefore(midnight.plus(LINK))) {
      json.put("previous_visitor_id", visitor(day.minusDays(1)));
    }
  }

  private String visitor(LocalDate day) {
    return Stamps.hex("visitor", siteId, name, day.toString());
  }

  private byte[] key(String eventId, String user) {
    return switch (kind) {
      case BROWSER, BOT, PROGRAM -> Stamps.bytes("key", siteId, name, agent);
      case SERVER -> Stamps.bytes("user", siteId, user);
      case OPT_OUT, UNKNOWN -> Stamps.bytes("event", siteId, eventId);
    };
  }

  private static void put(ObjectNode json, String field, String value) {
    if (!value.isEmpty()) {
      json.put(field, value);
    }
  }

  private static String oneOf(List<String> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
