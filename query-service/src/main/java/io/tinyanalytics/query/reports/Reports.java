package io.tinyanalytics.query.reports;

import java.util.List;

/** Port to the store of events. */
public interface Reports {

  /**
   * Blocks until the store answered, for a bounded time.
   *
   * @return the figures in the order they are shown, none where nothing was counted
   * @throws ReportsUnavailableException where the store gave no whole answer in time
   */
  List<Figure> answer(ReportRequest request);
}
