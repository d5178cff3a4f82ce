package io.tinyanalytics.stack.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.ClickHouseServer;
import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of former versions are brought to the present one with their rows. */
final class SchemaMigrationIT {

  private static final Path FORMER = Path.of("src/test/resources/schema-before-text");
  private static final Path PRESENT =
      RepositoryRoot.find().resolve("deployments/clickhouse/schema");

  @TempDir Path folder;
  @AutoClose private ClickHouseServer server;
  private ClickHouseHttp clickHouse;

  @BeforeEach
  void startClickHouse() throws IOException {
    server = ClickHouseServer.start(folder, FreePorts.next(), FreePorts.next());
    clickHouse = new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT);
  }

  @Test
  void turnsJsonIntoTextAndKeepsEachRow() throws IOException {
    SchemaMigration.apply(server.httpUrl(), FORMER);
    insert("old", "{\"plan\":\"pro\",\"n\":[1,{\"x\":true}],\"d\":{\"e\":\"é \\\\\"q\\\\\"\"}}");
    insert("none", "{}");

    SchemaMigration.apply(server.httpUrl(), PRESENT);
    SchemaMigration.apply(server.httpUrl(), PRESENT);
    insert("new", "{\"date\":\"2024-02-30\",\"n\":12345678901234567890123}");

    assertThat(
            clickHouse.execute(
                "SELECT event_id, payload FROM analytics.events ORDER BY 1 FORMAT TSVRaw"))
        .isEqualTo(
            """
            new\t{"date":"2024-02-30","n":12345678901234567890123}
            none\t{}
            old\t{"d":{"e":"é \\"q\\""},"n":[1,{"x":true}],"plan":"pro"}
            """);
  }

  private void insert(String id, String payload) throws IOException {
    clickHouse.execute(
        "INSERT INTO analytics.events (event_id, payload) VALUES ('%s', '%s')"
            .formatted(id, payload));
  }
}
