package io.tinyanalytics.pipeline.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DedupeHorizonTest {

  private static final DedupeHorizon WEEK = new DedupeHorizon(Duration.ofDays(7));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, true",
    "2026-03-08T11:59:59.999Z, true",
    "2026-03-08T12:00:00Z, false",
    "2026-04-01T00:00:00Z, false",
    "2026-03-01T11:59:59Z, true", // of another partition, appended earlier and read later
  })
  void coversCopiesUpToItsLength(Instant copy, boolean covered) {
    assertThat(WEEK.covers(NOON.toEpochMilli(), copy.toEpochMilli())).isEqualTo(covered);
  }

  @Test
  void needsStoredEventsOfItsLengthAndOfTheLongestOutage() {
    assertThat(WEEK.earliestNeeded(NOON)).isEqualTo("2026-02-15T12:00:00Z");
  }

  @Test
  void endsStateAfterItsLengthAndTheLongestOutage() {
    assertThat(WEEK.state().getTtlConfig().isEnabled()).isTrue();
    assertThat(WEEK.state().getTtlConfig().getTimeToLive()).isEqualTo(Duration.ofDays(14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT59S", "PT0S", "-P7D", "P366D"})
  void refusesALengthThatCannotWork(Duration length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DedupeHorizon(length))
        .withMessage("DEDUPE_HORIZON must lie between PT1M and P365D");
  }
}
