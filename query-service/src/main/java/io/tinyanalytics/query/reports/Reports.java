package io.tinyanalytics.query.reports;

/** Port to the store of events. */
public interface Reports {

  /**
   * Blocks until the store answered, for a bounded time.
   *
   * @throws ReportsUnavailableException where the store gave no whole answer in time
   */
  Answer answer(ReportRequest request);
}
