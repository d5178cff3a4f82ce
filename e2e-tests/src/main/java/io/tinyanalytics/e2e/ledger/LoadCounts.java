package io.tinyanalytics.e2e.ledger;

import java.util.Map;

/** How many entries of each outcome a journal has. */
public record LoadCounts(Map<Outcome, Long> byOutcome) {

  public LoadCounts {
    byOutcome = Map.copyOf(byOutcome);
  }

  public long of(Outcome outcome) {
    return byOutcome.getOrDefault(outcome, 0L);
  }

  /** Events, not copies: each of them stands for one row. */
  public long acknowledged() {
    return of(Outcome.ACKNOWLEDGED);
  }
}
