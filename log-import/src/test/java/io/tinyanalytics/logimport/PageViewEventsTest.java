package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.EventLimits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PageViewEventsTest {
  private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

  private final PageViewEvents events = new PageViewEvents("site-1", "https://example.com");

  @Test
  void tellsWhatTheLineSays() {
    var collected = events.of(view("one", "Firefox"));
    assertThat(collected.event().siteId()).isEqualTo("site-1");
    assertThat(collected.event().eventName()).isEqualTo("pageview");
    assertThat(collected.event().url()).isEqualTo("https://example.com/tea?q=1");
    assertThat(collected.event().referrer()).isEqualTo("https://search.example/");
    assertThat(collected.event().tsMillis()).isEqualTo(NOON.toEpochMilli());
    assertThat(collected.ip()).isEqualTo("203.0.113.9");
    assertThat(collected.userAgent()).isEqualTo("Firefox");
  }

  @Test
  void namesEventsTheSameInEveryRun() {
    assertThat(id(events, "one")).isEqualTo("log-93312e9531f51ac706436156e93cd545");
    assertThat(EventLimits.isEventId(id(events, "two"))).isTrue();
  }

  @Test
  void numbersEqualLines() {
    var first = id(events, "one");
    var second = id(events, "one");
    assertThat(second).isNotEqualTo(first);

    var again = new PageViewEvents("site-1", "https://other.example");
    assertThat(id(again, "other")).isNotIn(first, second);
    assertThat(id(again, "one")).isEqualTo(first);
    assertThat(id(again, "one")).isEqualTo(second);
  }

  @Test
  void namesEventsOfEachSiteDifferently() {
    var other = new PageViewEvents("site-2", "https://example.com");
    assertThat(id(other, "one")).isNotEqualTo(id(events, "one"));
  }

  @Test
  void cutsUserAgentsThatAreTooLong() {
    var longest = "x".repeat(EventLimits.USER_AGENT_LENGTH);
    assertThat(events.of(view("a", longest)).userAgent()).isEqualTo(longest);
    assertThat(events.of(view("b", longest + "y")).userAgent()).isEqualTo(longest);
    assertThat(events.of(view("c", null)).userAgent()).isNull();

    var beforePair = longest.substring(1);
    assertThat(events.of(view("d", beforePair + "🍵")).userAgent()).isEqualTo(beforePair);
  }

  private static String id(PageViewEvents events, String text) {
    return Objects.requireNonNull(events.of(view(text, "Firefox")).eventId());
  }

  private static PageView view(String text, @Nullable String userAgent) {
    var target = new RequestTarget("/tea?q=1", false);
    return new PageView(
        new LogLine(1, text.getBytes(UTF_8), true),
        new AccessLogEntry(
            "203.0.113.9", NOON, "GET", target, 200, "https://search.example/", userAgent));
  }
}
