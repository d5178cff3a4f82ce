package io.tinyanalytics.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.offset;

import io.tinyanalytics.bench.pipeline.RowCurve.Growth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCurveTest {

  @Test
  void leavesOutSlowStartAndSlowEnd() {
    var curve =
        new RowCurve(
            List.of(
                new Growth(10, 100),
                new Growth(20, 200),
                new Growth(21, 500),
                new Growth(22, 800),
                new Growth(40, 1000)));

    assertThat(curve.steadyRate()).isEqualTo(300, offset(0.001));
    assertThat(curve.wholeSeconds()).isEqualTo(40);
  }

  @Test
  void tellsNoRateFromOneStep() {
    var curve = new RowCurve(List.of(new Growth(10, 500), new Growth(20, 1000)));

    assertThatIllegalStateException()
        .isThrownBy(curve::steadyRate)
        .withMessageContaining("--events");
  }
}
