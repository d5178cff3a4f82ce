package io.tinyanalytics.query.reports;

/**
 * One question in full. Equal requests have the same answer, so this is the cache's key.
 *
 * @param limit the most figures wanted, 1 to 100; {@link #WHOLE} for a series, which has one figure
 *     per day and is never cut
 */
public record ReportRequest(Report report, String siteId, ReportPeriod period, int limit) {
  public static final int WHOLE = 0;
}
