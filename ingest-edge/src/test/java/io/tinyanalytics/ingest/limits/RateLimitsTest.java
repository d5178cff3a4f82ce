package io.tinyanalytics.ingest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {

  /** Near the end of what a long can hold, where time wraps. */
  private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

  private final RateLimits<String> limits = new RateLimits<>(() -> now);

  @Test
  void letTenSecondsWorthPassAtOnceAndThenAsMuchASecond() {
    assertThat(taken("a", 5, 1000)).isEqualTo(50);

    now += Duration.ofSeconds(3).toNanos();
    assertThat(taken("a", 5, 1000)).isEqualTo(15);
    assertThat(limits.tryTake("a", 5)).isFalse();
  }

  @Test
  void saveUpNoMoreThanTenSecondsWorth() {
    taken("a", 5, 1000);

    now += Duration.ofDays(1).toNanos();

    assertThat(taken("a", 5, 1000)).isEqualTo(50);
  }

  @Test
  void holdEachSenderToItsOwnLimit() {
    assertThat(taken("a", 1, 100)).isEqualTo(10);
    assertThat(taken("b", 2, 100)).isEqualTo(20);
    assertThat(taken("c", 0, 100)).as("no limit").isEqualTo(100);
  }

  private long taken(String sender, int perSecond, int tries) {
    return IntStream.range(0, tries).filter(n -> limits.tryTake(sender, perSecond)).count();
  }
}
