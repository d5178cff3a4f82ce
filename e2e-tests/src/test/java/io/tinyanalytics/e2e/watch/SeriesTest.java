package io.tinyanalytics.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SeriesTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void seesACounterRiseInItsWindowOnly() {
    Series counter = series(Signal.rises(Endpoint.EDGE, "x"), 5.0, 5.0, 7.0, 7.0);

    assertThat(counter.movement(at(2), at(3))).contains("+2");
    assertThat(counter.movement(at(0), at(1))).isEmpty();
    assertThat(counter.movement(at(3.5), at(4))).isEmpty();
  }

  @Test
  void takesACounterThatFallsForOneThatBeganAnew() {
    Series counter = series(Signal.rises(Endpoint.EDGE, "x"), 5.0, null, 0.0, 3.0);
    Series idle = series(Signal.rises(Endpoint.EDGE, "x"), 5.0, null, 0.0, 0.0);

    assertThat(counter.movement(at(0), at(3))).contains("+3");
    assertThat(idle.movement(at(0), at(3))).isEmpty();
  }

  @Test
  void seesThatAFigureIsAnotherOneInTheEnd() {
    assertThat(series(Signal.changes(Endpoint.EDGE, "x"), 1.5, 1.5, 2.0).movement(at(1), at(2)))
        .contains("1.500 → 2");
    assertThat(
            series(Signal.changes(Endpoint.EDGE, "x"), 1.0, null, 0.0, 1.0).movement(at(1), at(3)))
        .isEmpty();
  }

  @Test
  void seesAFigureReachItsBound() {
    Signal reaches = Signal.reaches(Endpoint.EDGE, "x", "", 10);

    assertThat(series(reaches, 1.0, 12.0, 1.0).movement(at(0), at(2))).contains("up to 12");
    assertThat(series(reaches, 1.0, 9.0, 1.0).movement(at(0), at(2))).isEmpty();
  }

  @Test
  void seesAnEndpointFallSilent() {
    Signal silent = Signal.silent(Endpoint.EDGE);

    assertThat(series(silent, 1.0, null, null, 1.0).movement(at(0), at(3)))
        .contains("no answer, 2 times");
    assertThat(series(silent, 1.0, 1.0).movement(at(0), at(3))).isEmpty();
  }

  @Test
  void hasNothingToTellWithoutSamples() {
    assertThat(new Series(Signal.rises(Endpoint.EDGE, "x")).movement(at(0), at(9)))
        .isEqualTo(Optional.empty());
  }

  private static Series series(Signal signal, @Nullable Double... values) {
    Series series = new Series(signal);
    for (int i = 0; i < values.length; i++) {
      series.add(at(i), values[i]);
    }
    return series;
  }

  private static Instant at(double seconds) {
    return NOON.plusMillis((long) (1000 * seconds));
  }
}
