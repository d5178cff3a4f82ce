package io.tinyanalytics.query.reports;

/** The store gave no complete answer in time. A later request may succeed. */
public final class ReportsUnavailableException extends RuntimeException {
  public ReportsUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
