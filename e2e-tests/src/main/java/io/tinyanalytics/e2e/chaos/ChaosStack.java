package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.fault.CheckpointDisk;
import io.tinyanalytics.e2e.fault.CheckpointDisks;
import io.tinyanalytics.e2e.fault.Faults;
import io.tinyanalytics.e2e.fault.Processes;
import io.tinyanalytics.e2e.fault.Savepoints;
import io.tinyanalytics.e2e.ledger.LoadSite;
import io.tinyanalytics.e2e.proxy.TcpProxy;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A temporary stack for fault injection. It has its own ports, folder and checkpoint disk, and
 * proxies in front of Kafka and ClickHouse.
 */
public final class ChaosStack implements AutoCloseable {

  private final Stack stack;
  private final TcpProxy kafka;
  private final TcpProxy clickHouse;
  private final CheckpointDisk disk;
  private final Savepoints savepoints;
  private boolean closed;

  private ChaosStack(Stack stack, TcpProxy kafka, TcpProxy clickHouse, CheckpointDisk disk) {
    this.stack = stack;
    this.kafka = kafka;
    this.clickHouse = clickHouse;
    this.disk = disk;
    this.savepoints = new Savepoints(stack);
  }

  /**
   * Prepares a stack, and starts nothing yet.
   *
   * @param repository the root of a built repository
   * @param home an empty folder
   */
  public static ChaosStack in(Path repository, Path home) throws IOException, InterruptedException {
    TcpProxy kafka = TcpProxy.listen();
    TcpProxy clickHouse = TcpProxy.listen();
    Map<String, String> settings = new HashMap<>();
    settings.put("KAFKA_ADVERTISED_PORT", String.valueOf(kafka.port()));
    settings.put("CLICKHOUSE_ADVERTISED_PORT", String.valueOf(clickHouse.port()));
    settings.put("SITES_CONFIG_PATH", repository.resolve(LoadSite.FILE).toString());
    Stack stack = new Stack(repository, home, settings);
    kafka.forwardTo(stack.port(9092));
    clickHouse.forwardTo(stack.port(8123));
    return new ChaosStack(stack, kafka, clickHouse, CheckpointDisks.in(home));
  }

  /** Returns when all parts are healthy. */
  public void start() throws IOException, InterruptedException {
    stack.up();
  }

  public Stack stack() {
    return stack;
  }

  /** Describes the checkpoint disk, for the report. */
  String disk() {
    return disk.title();
  }

  Savepoints savepoints() {
    return savepoints;
  }

  Faults faults() {
    return new Faults(stack, kafka, clickHouse, disk, savepoints);
  }

  /** Stops all processes and deletes all data, whatever faults are active. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      new Processes(stack.home()).resumeAll();
      stack.script("scripts/down");
      disk.close();
      stack.script("scripts/reset").exits(0);
      savepoints.close();
      Files.deleteIfExists(stack.home());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      kafka.close();
      clickHouse.close();
    }
  }
}
