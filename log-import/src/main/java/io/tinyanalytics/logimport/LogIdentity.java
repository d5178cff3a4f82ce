package io.tinyanalytics.logimport;

/**
 * One log on its way to one site: two imports of equal identity send the same events.
 *
 * @param edge the edge's address
 * @param siteId the site
 * @param baseUrl what stands before each request target
 * @param bytes how long the log is
 * @param sha256 the hash of those bytes in hexadecimal
 */
record LogIdentity(String edge, String siteId, String baseUrl, long bytes, String sha256) {

  /** Whether the other log's events go to the same place, so that equal lines are equal events. */
  boolean goesWhere(LogIdentity other) {
    return edge.equals(other.edge) && siteId.equals(other.siteId);
  }
}
