package io.tinyanalytics.query.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.util.Duration;
import io.tinyanalytics.query.RealStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseReaderIT {
  @TempDir static Path folder;
  private static RealStore store;
  private static ClickHouseReader client;

  @BeforeAll
  static void start() throws Exception {
    store = new RealStore(folder);
    client =
        new ClickHouseReader(
            new ClickHouseSettings(store.jdbcUrl(), "default", "", Duration.seconds(2), 2, 2));
  }

  @AfterAll
  static void stop() throws Exception {
    client.stop();
    store.close();
  }

  private static String first(String sql, Map<String, String> parameters) throws SQLException {
    return client.select(sql, parameters, row -> row.getString(1)).get(0);
  }

  @Test
  void sendsTypedParametersWhichTheServerParses() throws Exception {
    assertThat(
            first(
                "SELECT toTypeName({x:String}) || toTypeName({d:Date}) || {n:UInt32} + 1",
                Map.of("x", "1' || '2", "d", "2024-02-29", "n", "41")))
        .isEqualTo("StringDate42");
  }

  @Test
  void refusesAParameterOfAnotherType() {
    assertThatThrownBy(() -> first("SELECT {n:UInt32}", Map.of("n", "1 OR 1")))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void leavesBracesInTheStatementAlone() throws Exception {
    assertThat(first("SELECT '{fn x} {d 2024}'", Map.of())).isEqualTo("{fn x} {d 2024}");
  }

  @Test
  void mayOnlyRead() throws Exception {
    assertThatThrownBy(() -> first("DROP TABLE analytics.events", Map.of()))
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining("readonly");

    assertThat(client.canReadTables()).isTrue();
  }

  @Test
  void tellsTheServerToStopAfterTheTimeout() throws Exception {
    assertThat(first("SELECT toString(getSetting('max_execution_time'))", Map.of())).isEqualTo("2");
  }
}
