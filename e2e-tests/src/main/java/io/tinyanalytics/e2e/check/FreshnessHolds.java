package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.ledger.Ledger;
import io.tinyanalytics.e2e.ledger.LoadSite;
import io.tinyanalytics.e2e.ledger.Sample;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Checks the instant up to which an answer says it is complete. The answer must count every event
 * acknowledged before that instant, and the instant must never go back. Answers without an instant
 * prove nothing, so at least some answers must have one.
 */
final class FreshnessHolds implements Check {

  private final Ledger ledger;

  FreshnessHolds(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return "what was accepted before data_as_of is in the answer";
  }

  @Override
  public boolean holds(Figures figures) throws IOException {
    long[] acknowledged = ledger.acknowledgedAt(LoadSite.MAIN);
    List<Sample> samples = ledger.samples();
    long claims = 0;
    long backwards = 0;
    long largestLag = 0;
    long violations = 0;
    long newest = 0;
    for (Sample sample : samples) {
      if (sample.dataAsOfMillis().isEmpty()) {
        continue;
      }
      claims++;
      long asOf = sample.dataAsOfMillis().getAsLong();
      backwards += asOf < newest ? 1 : 0;
      newest = Math.max(newest, asOf);
      largestLag = Math.max(largestLag, sample.atMillis() - asOf);
      long due = before(acknowledged, asOf);
      if (sample.pageviews() < due) {
        violations++;
        figures.put("violation", "%d of %d as of %d".formatted(sample.pageviews(), due, asOf));
      }
    }
    figures.put("samples", samples.size());
    figures.put("claims", claims);
    figures.put("largest_lag_ms", largestLag);
    figures.put("steps_back", backwards);
    figures.put("violations", violations);
    return claims > 0 && violations == 0 && backwards == 0;
  }

  /** How many of these times, in ascending order, are before this one. */
  private static long before(long[] ascending, long millis) {
    int at = Arrays.binarySearch(ascending, millis);
    while (at > 0 && ascending[at - 1] == millis) {
      at--;
    }
    return at >= 0 ? at : -at - 1;
  }
}
