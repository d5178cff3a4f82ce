package io.tinyanalytics.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditOptionsTest {

  @Test
  void readsTheCommandLine() {
    assertThat(of()).isEqualTo(new AuditOptions(Duration.ofSeconds(30), false, false, false));
    assertThat(of("--json", "--wait", "5"))
        .isEqualTo(new AuditOptions(Duration.ofSeconds(5), false, true, false));
    assertThat(of("--values"))
        .isEqualTo(new AuditOptions(Duration.ofSeconds(30), true, false, false));
    assertThat(of("--help").help()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--wait", "--wait -1", "--wait soon", "--what", "events.raw"})
  void refusesOthers(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> of(line.split(" ")));
  }

  private static AuditOptions of(String... arguments) {
    return AuditOptions.of(arguments);
  }
}
