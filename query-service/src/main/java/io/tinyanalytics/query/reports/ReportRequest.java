package io.tinyanalytics.query.reports;

/**
 * One question in full. Equal requests have the same answer, so this is the cache's key.
 *
 * @param bots whether events of bots are counted too
 * @param limit the most figures wanted, 1 to 100; {@link #WHOLE} for a series, which is never cut
 */
public record ReportRequest(
    Report report, String siteId, ReportPeriod period, boolean bots, int limit) {
  public static final int WHOLE = 0;
}
