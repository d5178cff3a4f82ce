package io.tinyanalytics.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClickHouseAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:clickhouse://localhost:8123/analytics                  | http://localhost:8123   | analytics
          jdbc:ch://localhost:8123/analytics                          | http://localhost:8123   | analytics
          jdbc:clickhouse:http://db.example:18123/a_1                 | http://db.example:18123 | a_1
          jdbc:clickhouse:http://db:80/a?x=1                          | http://db:80            | a
          jdbc:clickhouse:https://db.example:9443/analytics           | https://db.example:9443 | analytics
          jdbc:clickhouse://db.example:8443/analytics?ssl=true        | https://db.example:8443 | analytics
          jdbc:ch://db:9443/a?compress=0&ssl=true                     | https://db:9443         | a
          jdbc:ch://db:9443/a?ssl=true&compress=0                     | https://db:9443         | a
          jdbc:ch://db:9443/a?ssl=TRUE                                | https://db:9443         | a
          jdbc:ch://db/a?ssl=false                                    | http://db:8123          | a
          jdbc:ch://db/a?xssl=true                                    | http://db:8123          | a
          jdbc:ch://db/a?ssl=truely                                   | http://db:8123          | a
          jdbc:clickhouse://db.example:8123/analytics?socket_timeout=5 | http://db.example:8123 | analytics
          jdbc:clickhouse://127.0.0.1:8123/analytics                  | http://127.0.0.1:8123   | analytics
          jdbc:clickhouse://[::1]:8123/analytics                      | http://[::1]:8123       | analytics
          jdbc:clickhouse://db.example/analytics                      | http://db.example:8123  | analytics
          jdbc:clickhouse:https://db.example/analytics                | https://db.example:8443 | analytics
          jdbc:clickhouse://db.example/analytics?ssl=true             | https://db.example:8443 | analytics
          """)
  void isWhereTheDsnPoints(String dsn, URI url, String database) {
    assertThat(ClickHouseAddress.of(dsn)).isEqualTo(new ClickHouseAddress(url, database));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                   | must look like jdbc:clickhouse://localhost:8123/analytics.
          localhost:8123                                       | must look like jdbc:clickhouse://localhost:8123/analytics.
          http://localhost:8123/analytics                      | must look like jdbc:clickhouse://localhost:8123/analytics.
          postgres://s3cret                                    | must look like jdbc:clickhouse://localhost:8123/analytics.
          jdbc:postgresql://localhost:5432/analytics           | must look like jdbc:clickhouse://localhost:8123/analytics.
          jdbc:clickhouse:tcp://localhost:9000/analytics       | must look like jdbc:clickhouse://localhost:8123/analytics.
          ' jdbc:clickhouse://localhost:8123/analytics'        | must look like jdbc:clickhouse://localhost:8123/analytics.
          jdbc:clickhouse://user:s3cret@localhost:8123/a       | must hold no user and no password: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD instead.
          jdbc:clickhouse://localhost:8123/a?password=s3cret   | must hold no user and no password: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD instead.
          jdbc:clickhouse://localhost:8123/a?x=1&user=s3cret   | must hold no user and no password: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD instead.
          jdbc:clickhouse://localhost:8123                     | must name a database of letters, digits and underscores, such as /analytics.
          jdbc:ch://db                                         | must name a database of letters, digits and underscores, such as /analytics.
          jdbc:clickhouse://localhost:8123/                    | must name a database of letters, digits and underscores, such as /analytics.
          jdbc:clickhouse://localhost:8123/?ssl=true           | must name a database of letters, digits and underscores, such as /analytics.
          jdbc:clickhouse://localhost:8123/a/b                 | must name a database of letters, digits and underscores, such as /analytics.
          jdbc:clickhouse://localhost:8123/analytics;drop      | must name a database of letters, digits and underscores, such as /analytics.
          jdbc:clickhouse:///analytics                         | must name one host and at most one port, such as localhost:8123.
          jdbc:clickhouse://:8123/analytics                    | must name one host and at most one port, such as localhost:8123.
          jdbc:clickhouse://local host:8123/analytics          | must name one host and at most one port, such as localhost:8123.
          jdbc:clickhouse://localhost:port/analytics           | must name one host and at most one port, such as localhost:8123.
          jdbc:clickhouse://localhost:8123:1/analytics         | must name one host and at most one port, such as localhost:8123.
          jdbc:clickhouse://a:8123,b:8123/analytics            | must name one host and at most one port, such as localhost:8123.
          jdbc:clickhouse://localhost:0/analytics              | must have a port from 1 to 65535.
          jdbc:clickhouse://localhost:99999/analytics          | must have a port from 1 to 65535.
          """)
  void refusesInOneSentenceWhatCannotWork(String dsn, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClickHouseAddress.of(dsn))
        .withMessage("CLICKHOUSE_DSN " + rule)
        .withMessageNotContaining("s3cret");
  }
}
