package io.tinyanalytics.query.reports;

/**
 * One complete request. Equal requests have the same answer, so this is the cache's key.
 *
 * @param bots whether to count events of bots too
 * @param limit the maximum number of figures, 1 to 100; {@link #WHOLE} for a series, which is never
 *     cut
 */
public record ReportRequest(
    Report report, String siteId, ReportPeriod period, boolean bots, int limit) {
  public static final int WHOLE = 0;
}
