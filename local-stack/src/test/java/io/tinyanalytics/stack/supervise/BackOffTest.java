package io.tinyanalytics.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final Duration DIED_AT_ONCE = Duration.ZERO;
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5));

  @Test
  void doublesUpToItsLongestWait() {
    assertThat(backOff.after(DIED_AT_ONCE)).hasSeconds(1);
    assertThat(backOff.after(DIED_AT_ONCE)).hasSeconds(2);
    assertThat(backOff.after(DIED_AT_ONCE)).hasSeconds(4);
    assertThat(backOff.after(DIED_AT_ONCE)).hasSeconds(5);
    assertThat(backOff.after(DIED_AT_ONCE)).hasSeconds(5);
  }

  @Test
  void beginsAnewAfterATryThatHeld() {
    backOff.after(DIED_AT_ONCE);
    backOff.after(DIED_AT_ONCE);

    assertThat(backOff.after(Duration.ofMinutes(2))).hasSeconds(1);
  }
}
