package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.ledger.Ledger;
import io.tinyanalytics.e2e.ledger.LoadSite;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Checks that the query service's figure for the main site equals the stored rows, and that the
 * rows equal the ledger.
 */
final class ReportAgrees implements Check {

  private final Stack stack;
  private final Ledger ledger;

  ReportAgrees(Stack stack, Ledger ledger) {
    this.stack = stack;
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return "the report's page views are the ledger's";
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    long[] times = ledger.acknowledgedAt(LoadSite.MAIN);
    if (times.length == 0) {
      return figures.put("acknowledged", 0) > 0;
    }
    long reported =
        stack.total(
            "pageviews",
            LoadSite.MAIN.id(),
            day(times[0]).minusDays(1).toString(),
            day(times[times.length - 1]).plusDays(1).toString());
    figures.put("reported", reported);
    long stored = figures.put("stored", count(""));
    figures.put("acknowledged", times.length);
    long unknown =
        count(
            """
             AND (site_id, event_id) NOT IN (SELECT site, id FROM ledger.acknowledged)
            AND (site_id, event_id) IN (SELECT site, id FROM ledger.journal WHERE outcome = 'unknown')""");
    figures.put("unknown_and_stored", unknown);
    return reported == stored && stored == times.length + unknown;
  }

  private long count(String and) throws IOException, InterruptedException {
    String sql =
        "SELECT count() FROM analytics.events WHERE site_id = '%s' AND event_name = 'pageview'%s"
            .formatted(LoadSite.MAIN.id(), and);
    return Long.parseLong(stack.sql(sql).get(0));
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
