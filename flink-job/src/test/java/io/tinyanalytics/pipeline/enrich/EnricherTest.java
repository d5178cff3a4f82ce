package io.tinyanalytics.pipeline.enrich;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.enrich.agent.Agent;
import io.tinyanalytics.pipeline.stream.Campaign;
import io.tinyanalytics.pipeline.stream.Device;
import io.tinyanalytics.pipeline.stream.EnrichedEvent;
import io.tinyanalytics.pipeline.stream.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnricherTest {

  private static final Device PHONE = new Device("mobile", "safari", "18", "ios", "18", "");

  private final Enricher enricher = new Enricher(origin -> new Agent(Agent.Kind.PERSON, "", PHONE));

  @Test
  void tellsAllThatTheEventSays() {
    RawEvent raw =
        event("https://example.com/docs?utm_source=news&utm_medium=email", null, "de-AT", null);

    assertThat(enricher.enrich(raw))
        .isEqualTo(
            new EnrichedEvent(
                raw,
                new Page("example.com", "/docs", "utm_source=news&utm_medium=email"),
                new Campaign("news", "email", "", "", ""),
                "news",
                PHONE,
                "de-AT"));
  }

  @Test
  void tellsNothingWhereTheEventSaysNothing() {
    RawEvent raw = event(null, null, null, null);

    assertThat(enricher.enrich(raw))
        .isEqualTo(new EnrichedEvent(raw, Page.NONE, Campaign.NONE, "", PHONE, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
          https://example.com/                 | https://search.example/?q=tea  | search.example
          https://example.com/                 | https://www.search.example/    | search.example
          https://example.com/?utm_source=news | https://search.example/        | news
          https://example.com/?utm_source=     | https://search.example/        | search.example
          https://example.com/                 | https://example.com/docs       | ""
          https://www.example.com/             | https://example.com/docs       | ""
          https://example.com:8443/            | https://WWW.example.com/docs   | ""
          https://example.com/                 | https://docs.example.com/      | docs.example.com
          https://example.com/                 | https://bücher.example/        | xn--bcher-kva.example
          https://bücher.example/              | https://xn--bcher-kva.example/ | ""
          https://www.bücher.example/          | https:\\\\BÜCHER.example\\x     | ""
          https://example.com/                 | android-app://com.example.app/ | com.example.app
          https://example.com/                 | https://exa mple.com/          | ""
          https://example.com/                 | -                              | ""
          https://example.com/                 | /docs                          | ""
          -                                    | https://search.example/        | search.example
          -                                    | -                              | ""
          """)
  void tellsWhereAVisitCameFrom(@Nullable String url, @Nullable String referrer, String source) {
    assertThat(enricher.enrich(event(url, referrer, null, null)).source()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
          de-at | fr                 | de-at
          -     | de-at,de;q=0.9     | de-AT
          ""    | fr                 | fr
          -     | en;q=0.1, de;q=0.2 | de
          -     | *                  | ""
          -     | -                  | ""
          """)
  void tellsTheLanguage(@Nullable String told, @Nullable String accepted, String language) {
    assertThat(enricher.enrich(event(null, null, told, accepted)).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
          curl | -            | -      | curl
          curl | -            | ""     | curl
          curl | -            | user-1 | ""
          -    | acme-monitor | -      | acme-monitor
          -    | acme-monitor | user-1 | acme-monitor
          -    | -            | -      | ""
          """)
  void tellsBotsByWhatTheEventSays(
      @Nullable String library, @Nullable String denied, @Nullable String userId, String botName) {
    Agent agent =
        library == null
            ? new Agent(Agent.Kind.PERSON, "", PHONE)
            : new Agent(Agent.Kind.LIBRARY, library, Device.UNKNOWN);
    Origin origin = new Origin(null, null, null, null, ClientHints.NONE, null, null, denied);
    ClientEvent event =
        new ClientEvent("site-1", "pageview", null, null, userId, null, NOON, null, null, null);

    Device device =
        new Enricher(asked -> agent).enrich(new RawEvent("e-1", event, origin, NOON)).device();

    assertThat(device.botName()).isEqualTo(botName);
    assertThat(device.isBot()).isEqualTo(!botName.isEmpty());
  }

  private static RawEvent event(
      @Nullable String url,
      @Nullable String referrer,
      @Nullable String language,
      @Nullable String acceptLanguage) {
    return new RawEvent(
        "e-1",
        new ClientEvent(
            "site-1", "pageview", url, referrer, null, null, NOON, null, null, language),
        new Origin(null, null, null, null, ClientHints.NONE, acceptLanguage),
        NOON);
  }
}
