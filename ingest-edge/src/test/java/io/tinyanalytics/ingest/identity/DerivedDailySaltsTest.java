package io.tinyanalytics.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class DerivedDailySaltsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 17);

  @Test
  void areTheSameOnEveryEdgeAndOthersOnEveryDay() {
    byte[] salt = new DerivedDailySalts("pepper").of(TODAY).orElseThrow();

    assertThat(salt).hasSizeGreaterThanOrEqualTo(16);
    assertThat(new DerivedDailySalts("pepper").of(TODAY)).contains(salt);
    assertThat(new DerivedDailySalts("pepper").of(TODAY.plusDays(1)).orElseThrow())
        .isNotEqualTo(salt);
    assertThat(new DerivedDailySalts("other").of(TODAY).orElseThrow()).isNotEqualTo(salt);
  }
}
