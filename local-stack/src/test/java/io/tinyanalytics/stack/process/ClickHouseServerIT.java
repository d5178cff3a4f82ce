package io.tinyanalytics.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.schema.ClickHouseHttp;
import io.tinyanalytics.stack.schema.SchemaMigration;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseServerIT {
  private final int httpPort = FreePorts.next();
  private final int tcpPort = FreePorts.next();

  @TempDir Path folder;

  @Test
  void keepsRowsOfAnAtomicDatabaseThroughSigkill() throws IOException {
    try (var server = ClickHouseServer.start(folder, httpPort, tcpPort)) {
      var clickHouse = new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT);
      clickHouse.execute("CREATE DATABASE kept ENGINE = Atomic");
      clickHouse.execute("CREATE TABLE kept.numbers (n UInt64) ENGINE = MergeTree ORDER BY n");
      clickHouse.execute("INSERT INTO kept.numbers SELECT number FROM numbers(1000)");
      server.kill();
    }
    try (var server = ClickHouseServer.start(folder, httpPort, tcpPort)) {
      var clickHouse = new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT);
      assertThat(clickHouse.execute("SELECT count() FROM kept.numbers")).isEqualTo("1000\n");
    }
  }

  @Test
  void acceptsTheSchemaAgainAndAgain() throws IOException {
    var schema = RepositoryRoot.find().resolve("deployments/clickhouse/schema");
    try (var server = ClickHouseServer.start(folder, httpPort, tcpPort)) {
      SchemaMigration.apply(server.httpUrl(), schema);
      SchemaMigration.apply(server.httpUrl(), schema);

      var clickHouse = new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT);
      assertThat(clickHouse.execute("SHOW TABLES FROM analytics")).contains("events\n");
    }
  }
}
