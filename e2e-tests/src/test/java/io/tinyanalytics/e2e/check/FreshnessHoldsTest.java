package io.tinyanalytics.e2e.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreshnessHoldsTest {

  @TempDir private Path folder;
  private Path journal;

  @BeforeEach
  void acknowledgesThreeEvents() throws Exception {
    journal = folder.resolve("journal");
    Files.write(
        journal,
        List.of(
            "acknowledged\t1000\tload-main\ta\ta.0.1",
            "acknowledged\t3000\tload-main\tc\tc.0.1",
            "acknowledged\t2000\tload-main\tb\tb.0.1",
            "repeated\t1500\tload-main\ta\ta.0.1",
            "acknowledged\t500\tload-odd\tx\tx.0.1"));
  }

  @Test
  void holdsIfAllFromBeforeIsCounted() throws Exception {
    assertThat(check("3500\t1\t2000", "5000\t2\t2500", "6000\t3\t3001").passed()).isTrue();
  }

  @Test
  void namesTheAnswerThatCountsTooFew() throws Exception {
    CheckResult result = check("3500\t1\t2001");

    assertThat(result.passed()).isFalse();
    assertThat(result.figures()).containsEntry("violation", "1 of 2 as of 2001");
  }

  @Test
  void seesAStepBack() throws Exception {
    assertThat(check("3500\t3\t2001", "3600\t3\t2000").passed()).isFalse();
  }

  @Test
  void doesNotPassAServiceThatNeverSaysHowFreshItIs() throws Exception {
    assertThat(check("3500\t3\t").passed()).isFalse();
  }

  private CheckResult check(String... samples) throws Exception {
    Files.write(journal.resolveSibling("journal.samples"), List.of(samples));
    return new FreshnessHolds(new Ledger(journal)).run();
  }
}
