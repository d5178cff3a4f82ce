package io.tinyanalytics.e2e.ledger;

import java.util.Map;

/** The number of entries per outcome in a journal. */
public record LoadCounts(Map<Outcome, Long> byOutcome) {

  public LoadCounts {
    byOutcome = Map.copyOf(byOutcome);
  }

  public long of(Outcome outcome) {
    return byOutcome.getOrDefault(outcome, 0L);
  }

  /** Acknowledged events without their copies. Each one must have one row. */
  public long acknowledged() {
    return of(Outcome.ACKNOWLEDGED);
  }
}
