package io.tinyanalytics.stack.settings;

/** Every port of the stack: the environment name that moves it and where it is otherwise. */
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
  KAFKA_CONTROLLER(9093),
  CLICKHOUSE_HTTP(8123),
  CLICKHOUSE_TCP(9000);

  private final int usual;

  StackPort(int usual) {
    this.usual = usual;
  }

  /** The port when neither its own variable nor TA_PORT_OFFSET is set. */
  public int usual() {
    return usual;
  }

  /** The variable that sets this port alone, for example {@code INGEST_PORT}. */
  public String variable() {
    return name() + "_PORT";
  }
}
