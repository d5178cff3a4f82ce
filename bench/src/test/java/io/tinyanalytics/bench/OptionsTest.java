package io.tinyanalytics.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Set<String> KNOWN = Set.of("events");

  @Test
  void readsNumbers() {
    var options = Options.of(List.of("--events", "1000,20"), KNOWN);

    assertThat(options.numbers("events", "5")).containsExactly(1000, 20);
  }

  @Test
  void takesTheUsualNumberForAnAbsentOption() {
    assertThat(Options.of(List.of(), KNOWN).number("events", 5)).isEqualTo(5);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of(List.of("--sites", "3"), KNOWN))
        .withMessageContaining("--events");
  }

  @Test
  void refusesAnOptionWithoutValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of("--events"), KNOWN));
  }

  @Test
  void refusesWhatIsNoPositiveNumber() {
    for (var text : List.of("0", "-1", "many", "1,,2")) {
      var options = Options.of(List.of("--events", text), KNOWN);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> options.number("events", 5))
          .withMessageContaining("--events");
    }
  }
}
