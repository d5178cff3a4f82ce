package io.tinyanalytics.stack.settings;

import org.jspecify.annotations.Nullable;

/**
 * Every port of the stack, with the variable that sets it and its default. An advertised port is
 * the one that the services and the job connect to; it differs from the server's port if a proxy
 * that the stack does not run stands between them.
 */
public enum StackPort {
  INGEST(8080),
  INGEST_ADMIN(8090),
  QUERY(8081),
  QUERY_ADMIN(8091),
  FLINK_UI(8082),
  FLINK_RPC(6123),
  JOBMANAGER_METRICS(9249),
  TASKMANAGER_METRICS(9250),
  KAFKA(9092),
  KAFKA_ADVERTISED(KAFKA),
  KAFKA_CONTROLLER(9093),
  CLICKHOUSE_HTTP(8123),
  CLICKHOUSE_ADVERTISED(CLICKHOUSE_HTTP),
  CLICKHOUSE_TCP(9000);

  private final int usual;
  private final @Nullable StackPort server;

  StackPort(int usual) {
    this.usual = usual;
    this.server = null;
  }

  StackPort(StackPort server) {
    this.usual = server.usual;
    this.server = server;
  }

  /** The port when neither its own variable nor TA_PORT_OFFSET is set. */
  public int usual() {
    return usual;
  }

  /** The port of the server behind an advertised port; null for a port that a part listens on. */
  public @Nullable StackPort server() {
    return server;
  }

  /** The variable that sets this port alone, for example {@code INGEST_PORT}. */
  public String variable() {
    return name() + "_PORT";
  }
}
