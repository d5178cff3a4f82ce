package io.tinyanalytics.event;

import java.time.LocalDate;

/** The events of the golden files. */
final class TestEvents {

  static final long NOON = 1_700_000_000_000L;

  static final ClientEvent PURCHASE =
      new ClientEvent(
          "site-1",
          "purchase",
          "https://example.com/shop?utm_source=news&ref=ü",
          "https://search.example/?q=tea",
          "user-123",
          "sess-456",
          NOON,
          "{\"plan\":\"pro\",\"price\":12.50,\"items\":[1,2],\"nested\":{\"ok\":true,\"none\":null}}",
          "1920x1080",
          "de-AT",
          new EventDetails(12_345, 80, new Revenue(1_234_500, "EUR"), "0190f3c0-page-view", true));

  static final ClientEvent PAGEVIEW =
      new ClientEvent("site-1", ClientEvent.PAGEVIEW, null, null, null, null, 0, null, null, null);

  static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  static final RawEvent RAW_PURCHASE =
      new RawEvent(
          "order-4711:1",
          PURCHASE,
          new Origin(
              "00f1e2d3c4b5a697",
              "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "203.0.113.0/24",
              FIREFOX,
              new ClientHints("\"Chromium\";v=\"140\"", "?0", "\"Linux\""),
              "de-AT,de;q=0.9",
              "1122334455667788",
              "acme-monitor"),
          NOON + 250,
          LocalDate.of(2023, 11, 15));

  static final RawEvent RAW_PAGEVIEW =
      new RawEvent(
          "0190f3c0-0000-7000-8000-000000000001",
          PAGEVIEW.withTsMillis(NOON),
          new Origin(null, null, null, null, ClientHints.NONE, null),
          NOON + 250);

  private TestEvents() {}
}
