package io.tinyanalytics.e2e.watch;

import java.util.Locale;

/** A part with a Prometheus metrics endpoint. */
public enum Endpoint {
  EDGE(8090),
  QUERY(8091),
  JOBMANAGER(9249),
  TASKMANAGER(9250);

  private final int port;

  Endpoint(int port) {
    this.port = port;
  }

  /** Its default port. */
  int port() {
    return port;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
