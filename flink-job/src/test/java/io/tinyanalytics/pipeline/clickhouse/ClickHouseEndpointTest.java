package io.tinyanalytics.pipeline.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClickHouseEndpointTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:clickhouse://localhost:8123/analytics           | http://localhost:8123/    | analytics
          jdbc:ch://localhost:8123/analytics                   | http://localhost:8123/    | analytics
          jdbc:clickhouse:http://db.example:18123/a_1          | http://db.example:18123/  | a_1
          jdbc:clickhouse:https://db.example:8443/analytics    | https://db.example:8443/  | analytics
          jdbc:clickhouse://db.example:8443/analytics?ssl=true | https://db.example:8443/  | analytics
          jdbc:clickhouse://db.example:8123/analytics?a=b      | http://db.example:8123/   | analytics
          jdbc:clickhouse://[::1]:8123/analytics               | http://[::1]:8123/        | analytics
          jdbc:clickhouse://db.example/analytics               | http://db.example:8123/   | analytics
          jdbc:clickhouse:https://db.example/analytics         | https://db.example:8443/  | analytics
          """)
  void readsJdbcUrls(String dsn, URI url, String database) {
    assertThat(ClickHouseEndpoint.of(dsn, "reader", "secret"))
        .isEqualTo(new ClickHouseEndpoint(url, database, "reader", "secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8123",
        "http://localhost:8123/analytics",
        "jdbc:postgresql://localhost:5432/analytics",
        "jdbc:clickhouse://localhost:8123",
        "jdbc:clickhouse://localhost:8123/",
        "jdbc:clickhouse:///analytics",
        "jdbc:clickhouse://localhost:8123/analytics;drop",
        "jdbc:clickhouse://local host:8123/analytics",
        "jdbc:clickhouse://localhost:port/analytics",
        "jdbc:clickhouse://localhost:99999/analytics",
        "jdbc:clickhouse://a:8123,b:8123/analytics",
        "jdbc:clickhouse://user:secret@localhost:8123/analytics"
      })
  void refusesWhatIsNoSuchUrlInOneSentence(String dsn) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClickHouseEndpoint.of(dsn, "default", ""))
        .withMessage("CLICKHOUSE_DSN must be of the form jdbc:clickhouse://host:port/database");
  }

  @Test
  void doesNotTellItsPassword() {
    assertThat(ClickHouseEndpoint.of("jdbc:clickhouse://localhost:8123/analytics", "me", "secret"))
        .hasToString("http://localhost:8123/analytics");
  }
}
