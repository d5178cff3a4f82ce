package io.tinyanalytics.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.stack.process.ClickHouseUser;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackSettingsTest {
  private static final Path REPOSITORY = Path.of("/repository");

  @Test
  void needsNothingToBeSet() {
    var settings = settings(Map.of());

    assertThat(settings.home()).isEqualTo(Path.of("/repository/.local"));
    assertThat(settings.port(StackPort.INGEST)).isEqualTo(8080);
    assertThat(settings.port(StackPort.FLINK_UI)).isEqualTo(8082);
    assertThat(settings.brokers()).isEqualTo("localhost:9092");
    assertThat(settings.clickHouseDsn()).isEqualTo("jdbc:clickhouse://localhost:8123/analytics");
    assertThat(settings.topic()).isEqualTo("events.raw");
    assertThat(settings.user()).isEqualTo(ClickHouseUser.DEFAULT);
    assertThat(settings.parallelism()).isNull();
  }

  @Test
  void shiftsEveryPortByTheOffsetExceptThoseSetByName() {
    var settings = settings(Map.of("TA_PORT_OFFSET", "100", "QUERY_PORT", "7777"));

    assertThat(settings.ports())
        .allSatisfy(
            (port, number) ->
                assertThat(number).isEqualTo(port == StackPort.QUERY ? 7777 : port.usual() + 100));
    assertThat(settings.brokers()).isEqualTo("localhost:9192");
  }

  @Test
  void tellsServicesAndJobTheAdvertisedPortsOnly() {
    var settings =
        settings(
            Map.of(
                "TA_PORT_OFFSET", "100",
                "KAFKA_PORT", "7001",
                "KAFKA_ADVERTISED_PORT", "7002",
                "CLICKHOUSE_ADVERTISED_PORT", "7003"));

    assertThat(settings.brokers()).isEqualTo("localhost:7001");
    assertThat(settings.clickHouseDsn()).isEqualTo("jdbc:clickhouse://localhost:8223/analytics");
    assertThat(settings.serviceEnvironment())
        .containsEntry("KAFKA_BROKERS", "localhost:7002")
        .containsEntry("CLICKHOUSE_DSN", "jdbc:clickhouse://localhost:7003/analytics");
    assertThat(settings(settings.recorded())).isEqualTo(settings);
  }

  @Test
  void advertisesThePortOfTheServerOtherwise() {
    var settings = settings(Map.of("KAFKA_PORT", "7001"));

    assertThat(settings.port(StackPort.KAFKA_ADVERTISED)).isEqualTo(7001);
    assertThat(settings.port(StackPort.CLICKHOUSE_ADVERTISED)).isEqualTo(8123);
  }

  @Test
  void usesServersOfOthersWhereTheyAreNamed() {
    var settings =
        settings(Map.of("KAFKA_BROKERS", "k:1", "CLICKHOUSE_DSN", "jdbc:clickhouse://c:2/a"));

    assertThat(settings.brokers()).isEqualTo("k:1");
    assertThat(settings.ownBrokers()).isEqualTo("k:1");
    assertThat(settings.clickHouseDsn()).isEqualTo("jdbc:clickhouse://c:2/a");
    assertThat(settings.serviceEnvironment()).containsEntry("KAFKA_BROKERS", "k:1");
  }

  @Test
  void treatsAnEmptyValueAsAbsent() {
    assertThat(settings(Map.of("KAFKA_BROKERS", " ", "TA_PORT_OFFSET", "")).ownBrokers()).isNull();
  }

  @Test
  void findsItselfAgainInWhatItRecorded() {
    var settings =
        settings(Map.of("TA_PORT_OFFSET", "9", "TA_HOME", "/h", "CLICKHOUSE_USER", "someone"));

    assertThat(settings(settings.recorded())).isEqualTo(settings);
  }

  @Test
  void recordsNoPassword() {
    var settings = settings(Map.of("CLICKHOUSE_USER", "u", "CLICKHOUSE_PASSWORD", "secret"));

    assertThat(settings.serviceEnvironment()).containsEntry("CLICKHOUSE_PASSWORD", "secret");
    assertThat(settings.recorded().toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "TA_PORT_OFFSET, many, TA_PORT_OFFSET must be a number from 0 to 65535",
    "TA_PORT_OFFSET, 60000, TA_PORT_OFFSET=60000 moves",
    "INGEST_PORT, 0, INGEST_PORT must be a number from 1 to 65535",
    "TA_PARALLELISM, 0, TA_PARALLELISM must be a number from 1 to 128",
  })
  void saysWhichValueCannotWork(String variable, String value, String sentence) {
    assertThatThrownBy(() -> settings(Map.of(variable, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  private static StackSettings settings(Map<String, String> environment) {
    return StackSettings.from(environment, REPOSITORY);
  }
}
