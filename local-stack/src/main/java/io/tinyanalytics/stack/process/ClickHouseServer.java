package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A ClickHouse server for tests: a process that can be killed and started again. */
public final class ClickHouseServer implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final Duration STOPPING = Duration.ofSeconds(15);

  private final int httpPort;
  private final int tcpPort;
  private final RunningPart running;

  private ClickHouseServer(int httpPort, int tcpPort, RunningPart running) {
    this.httpPort = httpPort;
    this.tcpPort = tcpPort;
    this.running = running;
  }

  /**
   * Returns when the server is ready. Data of an earlier start in the same folder is available
   * again.
   */
  public static ClickHouseServer start(Path folder, int httpPort, int tcpPort) throws IOException {
    var part = new ClickHousePart(Folders.under(folder), httpPort, tcpPort, ClickHouseUser.DEFAULT);
    var server = new ClickHouseServer(httpPort, tcpPort, RunningPart.start(part));
    server.awaitHealthy();
    return server;
  }

  private void awaitHealthy() throws IOException {
    try {
      running.awaitHealthy(STARTING);
    } catch (IOException notServing) {
      kill();
      throw notServing;
    }
  }

  public String httpUrl() {
    return "http://127.0.0.1:" + httpPort;
  }

  public String jdbcUrl() {
    return "jdbc:clickhouse://127.0.0.1:" + httpPort + "/analytics";
  }

  public int tcpPort() {
    return tcpPort;
  }

  public long pid() {
    return running.process().pid();
  }

  /** Sends SIGKILL. The folder stays as it is at that moment. */
  public void kill() {
    running.process().kill();
  }

  /** Shuts the server down in order. */
  @Override
  public void close() {
    running.process().stop(STOPPING);
  }
}
