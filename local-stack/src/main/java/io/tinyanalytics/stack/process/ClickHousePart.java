package io.tinyanalytics.stack.process;

import com.sun.jna.Native;
import io.tinyanalytics.stack.engine.ClickHouseEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** ClickHouse: the embedded engine in a separate process, on the loopback interface. */
public final class ClickHousePart implements Part {
  private final Path repository;
  private final Path data;
  private final Path logs;
  private final int httpPort;
  private final int tcpPort;
  private final ClickHouseUser user;
  private final HttpProbe ping;

  public ClickHousePart(Folders folders, int httpPort, int tcpPort, ClickHouseUser user) {
    this.repository = folders.repository();
    this.data = folders.data().resolve("clickhouse");
    this.logs = folders.logs();
    this.httpPort = httpPort;
    this.tcpPort = tcpPort;
    this.user = user;
    this.ping = new HttpProbe(URI.create("http://127.0.0.1:" + httpPort + "/ping"));
  }

  @Override
  public String name() {
    return "clickhouse";
  }

  @Override
  public List<Integer> ports() {
    return List.of(httpPort, tcpPort);
  }

  @Override
  public void requireInstalled() {
    ClickHouseLibrary.find(repository);
  }

  @Override
  public Launch launch() throws IOException {
    var library = ClickHouseLibrary.find(repository);
    Files.createDirectories(data);
    var users = Files.writeString(data.resolve("users.xml"), ClickHouseUsers.xml(user));
    var log = logs.resolve("clickhouse.log");
    var config = repository.resolve("local-stack/clickhouse/config.xml").toString();
    var command =
        JavaCommand.of(
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            JavaCommand.classpathOf(ClickHouseEngine.class, Native.class),
            ClickHouseEngine.class.getName(),
            List.of(
                library.toString(),
                Integer.toString(httpPort),
                Integer.toString(tcpPort),
                "--path",
                data.toString(),
                "--config-file",
                config,
                "--log-level",
                "warning"));
    var environment =
        Map.of("CLICKHOUSE_LOG", log.toString(), "CLICKHOUSE_USERS", users.toString());
    return new Launch(command, environment, data, log, logs.resolve("clickhouse.out"));
  }

  @Override
  public boolean healthy() {
    return ping.answers();
  }
}
