package io.tinyanalytics.pipeline;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.stack.process.ClickHouseServer;
import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.RepositoryRoot;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import io.tinyanalytics.stack.schema.SchemaMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A real ClickHouse with the schema that ships. */
public final class TestStore implements AutoCloseable {

  private final Path folder;
  private final int httpPort = FreePorts.next();
  private final int tcpPort = FreePorts.next();
  private ClickHouseServer server;

  private TestStore(Path folder) throws IOException {
    this.folder = folder;
    this.server = ClickHouseServer.start(folder, httpPort, tcpPort);
  }

  public static TestStore start(Path folder) throws IOException {
    TestStore store = new TestStore(folder);
    try {
      SchemaMigration.apply(
          store.server.httpUrl(), RepositoryRoot.find().resolve("deployments/clickhouse/schema"));
    } catch (IOException | RuntimeException refused) {
      store.close();
      throw refused;
    }
    return store;
  }

  public ClickHouseEndpoint endpoint() {
    return ClickHouseEndpoint.of(server.jdbcUrl(), "default", "");
  }

  public String dsn() {
    return server.jdbcUrl();
  }

  /** Runs a statement; returns its result's lines, their values separated by tabs. */
  public List<String> query(String sql) throws IOException {
    return new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT)
        .execute(sql)
        .lines()
        .toList();
  }

  /** Every row's partition and offset; a row that stands twice stands twice here. */
  public List<String> offsets(String table) throws IOException {
    return query(
        "SELECT _kafka_partition, _kafka_offset FROM analytics." + table + " ORDER BY ALL");
  }

  public void truncate() throws IOException {
    query("TRUNCATE TABLE analytics.events");
    query("TRUNCATE TABLE analytics.discards");
    query("TRUNCATE TABLE analytics.pipeline_progress");
  }

  public void kill() {
    server.kill();
  }

  /** SIGSTOP: it keeps its connections and answers nothing. */
  public void pause() throws IOException {
    signal("STOP");
  }

  /** SIGCONT. */
  public void resume() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid())).start().onExit().join();
  }

  public void restart() throws IOException {
    server = ClickHouseServer.start(folder, httpPort, tcpPort);
  }

  @Override
  public void close() {
    server.close();
  }
}
