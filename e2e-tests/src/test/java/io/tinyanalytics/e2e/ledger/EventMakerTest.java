package io.tinyanalytics.e2e.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EventMakerTest {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-01-02T12:00:00Z"));

  @ParameterizedTest
  @EnumSource
  void makesEventsThatTheWireTakes(LoadSite site) throws Exception {
    EventMaker maker = maker(5);
    for (int i = 0; i < 500; i++) {
      SentEvent event = maker.make(site);

      CollectedEvent read = EventJson.readCollected(event.json().toString().getBytes(UTF_8));

      assertThat(read.event().siteId()).isEqualTo(site.id());
      assertThat(read.event().url()).endsWith("&e=" + event.content());
    }
  }

  @ParameterizedTest
  @EnumSource
  void makesTheSameOfTheSameSeed(LoadSite site) {
    assertThat(made(site, 5)).isEqualTo(made(site, 5)).isNotEqualTo(made(site, 6));
  }

  @Test
  void changesTheContentUnderTheSameId() {
    SentEvent first = maker(5).make(LoadSite.ODD);

    SentEvent changed = first.changed();

    assertThat(changed.id()).isEqualTo(first.id());
    assertThat(changed.content())
        .startsWith(first.id() + ".1.")
        .isNotEqualTo(first.content().replace(".0.", ".1."));
    assertThat(first.content()).startsWith(first.id() + ".0.");
  }

  private static List<SentEvent> made(LoadSite site, long seed) {
    EventMaker maker = maker(seed);
    return IntStream.range(0, 50).mapToObj(i -> maker.make(site)).toList();
  }

  private static EventMaker maker(long seed) {
    return new EventMaker("run-0", new SplittableRandom(seed), NOON);
  }
}
