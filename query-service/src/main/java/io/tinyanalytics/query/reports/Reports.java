package io.tinyanalytics.query.reports;

/** Port to the store of events. */
public interface Reports {

  /**
   * Blocks until the store answers, for a limited time.
   *
   * @throws ReportsUnavailableException if the store gave no complete answer in time
   */
  Answer answer(ReportRequest request);
}
