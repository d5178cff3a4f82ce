package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A Kafka server for tests: a process that can be killed and started again. */
public final class KafkaServer implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final Duration STOPPING = Duration.ofSeconds(15);

  private final int port;
  private final RunningPart running;

  private KafkaServer(int port, RunningPart running) {
    this.port = port;
    this.running = running;
  }

  /**
   * Returns when the server is ready. Data of an earlier start in the same folder is available
   * again.
   */
  public static KafkaServer start(Path folder, int port) throws IOException {
    var part = new KafkaPart(Folders.under(folder), port, port, FreePorts.next());
    var server = new KafkaServer(port, RunningPart.start(part));
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

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
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
