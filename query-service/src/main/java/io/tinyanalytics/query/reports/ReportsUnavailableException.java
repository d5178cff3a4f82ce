package io.tinyanalytics.query.reports;

/** The store gave no whole answer in time; asking again later may help. */
public final class ReportsUnavailableException extends RuntimeException {
  public ReportsUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
