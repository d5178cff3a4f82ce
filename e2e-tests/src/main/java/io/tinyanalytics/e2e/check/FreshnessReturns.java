package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.ledger.Ledger;
import io.tinyanalytics.e2e.ledger.LoadSite;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** Checks that answers become complete again after all faults, although no new events arrive. */
final class FreshnessReturns implements Check {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Stack stack;
  private final Ledger ledger;

  FreshnessReturns(Stack stack, Ledger ledger) {
    this.stack = stack;
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return "data_as_of passes the last acknowledged event";
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    long[] acknowledged = ledger.acknowledgedAt(LoadSite.MAIN);
    long last = acknowledged.length == 0 ? 0 : acknowledged[acknowledged.length - 1];
    long begin = System.nanoTime();
    long asOf = dataAsOf();
    while (asOf <= last && System.nanoTime() - begin < LONGEST.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      asOf = dataAsOf();
    }
    figures.put("ahead_of_it_ms", asOf - last);
    figures.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    return asOf > last;
  }

  /** In milliseconds since the epoch; 0 if the answer has no such instant. */
  private long dataAsOf() throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String question = "pageviews?site_id=%s&from=%s&to=%2$s".formatted(LoadSite.MAIN.id(), today);
    String claim = stack.report(question).path("meta").path("data_as_of").asText("");
    return claim.isEmpty() ? 0 : Instant.parse(claim).toEpochMilli();
  }
}
