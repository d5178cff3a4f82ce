package io.tinyanalytics.e2e.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {

  @TempDir private Path folder;

  @Test
  void readsWhatTheJournalHas() throws Exception {
    Path file = folder.resolve("journal");
    try (Journal journal = new Journal(file)) {
      journal.write(List.of(main(Outcome.ACKNOWLEDGED, 20), main(Outcome.REPEATED, 5)));
      journal.write(List.of(main(Outcome.ACKNOWLEDGED, 10), main(Outcome.UNKNOWN, 30)));
      journal.write(List.of(new Entry(Outcome.ACKNOWLEDGED, 7, "load-odd", "id", "n.0.1")));

      Ledger ledger = new Ledger(file);

      assertThat(ledger.counts()).isEqualTo(journal.counts());
      assertThat(ledger.counts().acknowledged()).isEqualTo(3);
      assertThat(ledger.counts().of(Outcome.REFUSED)).isZero();
      assertThat(ledger.acknowledgedAt(LoadSite.MAIN)).containsExactly(10, 20);
    }
  }

  @Test
  void goesOnWhereAnEarlierJournalEnded() throws Exception {
    Path file = folder.resolve("journal");
    for (int i = 0; i < 2; i++) {
      try (Journal journal = new Journal(file)) {
        journal.write(List.of(main(Outcome.ACKNOWLEDGED, i)));
      }
    }

    assertThat(new Ledger(file).acknowledgedAt(LoadSite.MAIN)).containsExactly(0, 1);
  }

  private static Entry main(Outcome outcome, long atMillis) {
    return new Entry(outcome, atMillis, LoadSite.MAIN.id(), "id", "n.0.1");
  }
}
