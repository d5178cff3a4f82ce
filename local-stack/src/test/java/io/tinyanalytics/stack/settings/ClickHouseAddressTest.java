package io.tinyanalytics.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickHouseAddressTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:clickhouse://localhost:8123/analytics, http://localhost:8123",
    "jdbc:ch://db, http://db:8123",
    "jdbc:clickhouse:http://db:80/a?x=1, http://db:80",
    "jdbc:clickhouse:https://db/a, https://db:8443",
    "jdbc:clickhouse://db:9443/a?compress=0&ssl=true, https://db:9443",
  })
  void isTheHttpInterfaceThatTheDsnNames(String dsn, URI url) {
    assertThat(ClickHouseAddress.of(dsn).url()).isEqualTo(url);
  }

  @Test
  void showsWhatARightDsnLooksLike() {
    assertThatThrownBy(() -> ClickHouseAddress.of("postgres://db"))
        .hasMessage(
            "CLICKHOUSE_DSN must look like jdbc:clickhouse://localhost:8123/analytics,"
                + " not \"postgres://db\".");
  }
}
