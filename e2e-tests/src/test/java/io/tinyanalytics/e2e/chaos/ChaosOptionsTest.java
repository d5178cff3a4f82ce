package io.tinyanalytics.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChaosOptionsTest {

  @Test
  void takesSeedMinutesAndAFolder() {
    assertThat(ChaosOptions.of(List.of("--minutes", "30", "--seed", "-7")))
        .isEqualTo(new ChaosOptions(-7, 30, Path.of("chaos-report")));
    assertThat(ChaosOptions.of(List.of("--seed", "1", "--minutes", "2", "--report", "x/y")))
        .isEqualTo(new ChaosOptions(1, 2, Path.of("x/y")));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          --seed 1                          , Usage
          --minutes 1                       , Usage
          --seed 1 --minutes                , Usage
          --seed 1 --minutes 2 --fast yes   , Usage
          --seed 1 --minutes 2 --report     , Usage
          --seed x --minutes 2              , --seed must be a number
          --seed 1 --minutes much           , --minutes must be a number
          --seed 1 --minutes 0              , --minutes must be at least 1
          """)
  void saysHowItIsUsedOtherwise(String line, String message) {
    assertThatThrownBy(() -> ChaosOptions.of(List.of(line.split(" +", -1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
