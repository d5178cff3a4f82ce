package io.tinyanalytics.ingest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InFlightTest {

  private final InFlight inFlight = new InFlight(100);

  @Test
  void takesUpToItsLimitAndNoMore() {
    assertThat(inFlight.tryTake(60)).isTrue();
    assertThat(inFlight.tryTake(41)).isFalse();
    assertThat(inFlight.tryTake(40)).isTrue();
    assertThat(inFlight.tryTake(1)).isFalse();
  }

  @Test
  void takesAgainWhatWasGivenBack() {
    assertThat(inFlight.tryTake(100)).isTrue();
    assertThat(inFlight.isEmpty()).isFalse();

    inFlight.giveBack(100);

    assertThat(inFlight.isEmpty()).isTrue();
    assertThat(inFlight.tryTake(100)).isTrue();
  }
}
