package io.tinyanalytics.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventTimeTest {

  private static final long NOON = 1_700_000_000_000L;
  private static final long START_OF_2000 = 946_684_800_000L;
  private static final long FIVE_MINUTES = 300_000;

  @Test
  void takesZeroAsNow() throws RefusedException {
    assertThat(EventTime.check(0, NOON)).isEqualTo(NOON);
  }

  @ParameterizedTest
  @ValueSource(longs = {START_OF_2000, NOON - 1, NOON, NOON + FIVE_MINUTES})
  void believesClocksWithinReason(long ts) throws RefusedException {
    assertThat(EventTime.check(ts, NOON)).isEqualTo(ts);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        START_OF_2000 - 1,
        1,
        -1,
        NOON / 1000,
        NOON + FIVE_MINUTES + 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void refusesOthers(long ts) {
    RefusedException refused =
        Assertions.catchThrowableOfType(RefusedException.class, () -> EventTime.check(ts, NOON));

    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(refused.refusal().sentence()).startsWith("ts ");
  }

  @Test
  void refusesWhatIsOlderThanItsSiteWants() throws RefusedException {
    Duration day = Duration.ofDays(1);
    EventTime.checkAge(START_OF_2000, NOON, null);
    EventTime.checkAge(NOON - day.toMillis(), NOON, day);

    RefusedException refused =
        Assertions.catchThrowableOfType(
            RefusedException.class, () -> EventTime.checkAge(NOON - day.toMillis() - 1, NOON, day));
    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.INVALID_VALUE);
  }
}
