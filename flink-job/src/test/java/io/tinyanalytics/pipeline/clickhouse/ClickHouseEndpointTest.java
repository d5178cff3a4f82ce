package io.tinyanalytics.pipeline.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class ClickHouseEndpointTest {

  private static final ClickHouseEndpoint ENDPOINT =
      ClickHouseEndpoint.of("jdbc:clickhouse://localhost:8123/analytics", "reader", "secret");

  @Test
  void isTheRootOfTheHttpInterface() {
    assertThat(ENDPOINT.url()).isEqualTo(URI.create("http://localhost:8123/"));
  }

  @Test
  void doesNotTellItsPassword() {
    assertThat(ENDPOINT).hasToString("http://localhost:8123/analytics");
  }
}
