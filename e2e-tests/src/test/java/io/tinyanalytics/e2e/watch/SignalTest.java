package io.tinyanalytics.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.plan.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignalTest {

  private static final Exposition PAGE =
      new Exposition(
          """
          # HELP seconds How long.
          # TYPE seconds histogram
          seconds_bucket{le="0.2"} 7
          seconds_bucket{le="0.5"} 8
          seconds_bucket{le="+Inf"} 10
          seconds_count 10
          refused{reason="large"} 2.0
          refused{reason="small"} 3.0
          refused_others 50
          lag{partition="1",} NaN
          """);

  @Test
  void sumsOverAllLabelsOrOne() {
    assertThat(Signal.rises(Endpoint.EDGE, "refused").value(PAGE)).hasValue(5);
    assertThat(Signal.rises(Endpoint.EDGE, "refused", "reason=\"large\"").value(PAGE)).hasValue(2);
    assertThat(Signal.rises(Endpoint.EDGE, "absent").value(PAGE)).isEmpty();
    assertThat(Signal.rises(Endpoint.EDGE, "lag").value(PAGE)).isEmpty();
  }

  @Test
  void countsWhatTookLongerThanABucket() {
    assertThat(Signal.slows(Endpoint.EDGE, "seconds", "0.5").value(PAGE)).hasValue(2);
  }

  @ParameterizedTest
  @EnumSource
  void existsForEveryKindOfFault(FaultKind kind) {
    assertThat(Signals.of(kind)).isNotEmpty();
  }
}
