package io.tinyanalytics.logimport;

/**
 * One log on its way to one site: two imports of equal identity send the same events.
 *
 * @param edge the edge's address
 * @param siteId the site
 * @param baseUrl what stands before each path
 * @param pages the further endings that are pages, sorted and separated by commas
 * @param headBytes the length of the log's head
 * @param headSha256 the hash of the log's head in hexadecimal
 */
record LogIdentity(
    String edge, String siteId, String baseUrl, String pages, int headBytes, String headSha256) {

  static LogIdentity of(ImportOptions options, LogHead head) {
    return new LogIdentity(
        options.destination().edge(),
        options.destination().siteId(),
        options.baseUrl(),
        String.join(",", options.pages()),
        head.bytes().length,
        head.sha256());
  }

  /** Whether the other log's events go to the same place, so that equal lines are equal events. */
  boolean goesWhere(LogIdentity other) {
    return edge.equals(other.edge) && siteId.equals(other.siteId);
  }

  /** Whether equal logs would send the same events. */
  boolean sendsWhat(LogIdentity other) {
    return goesWhere(other) && baseUrl.equals(other.baseUrl) && pages.equals(other.pages);
  }
}
