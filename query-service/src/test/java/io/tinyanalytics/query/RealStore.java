package io.tinyanalytics.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.stack.process.ClickHouseServer;
import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.RepositoryRoot;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import io.tinyanalytics.stack.schema.SchemaMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A ClickHouse with the project's tables, which can be killed, halted and brought back. */
public final class RealStore implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final int httpPort = FreePorts.next();
  private final int tcpPort = FreePorts.next();
  private ClickHouseServer server;

  public RealStore(Path folder) throws IOException {
    this.folder = folder;
    this.server = ClickHouseServer.start(folder, httpPort, tcpPort);
    SchemaMigration.apply(
        server.httpUrl(), RepositoryRoot.find().resolve("deployments/clickhouse/schema"));
  }

  public String jdbcUrl() {
    return server.jdbcUrl();
  }

  String execute(String statement) throws IOException {
    return new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT).execute(statement);
  }

  void insert(EventRow... rows) throws IOException {
    StringBuilder insert = new StringBuilder("INSERT INTO analytics.events FORMAT JSONEachRow\n");
    for (EventRow row : rows) {
      insert.append(JSON.writeValueAsString(row)).append('\n');
    }
    execute(insert.toString());
  }

  void kill() {
    server.kill();
  }

  void bringBack() throws IOException {
    server = ClickHouseServer.start(folder, httpPort, tcpPort);
  }

  /** It keeps its connections and answers none of them. */
  void halt() throws Exception {
    signal("-STOP");
  }

  void resume() throws Exception {
    signal("-CONT");
  }

  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", name, Long.toString(server.pid())).start();
    if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IllegalStateException("kill " + name + " failed");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
