package io.tinyanalytics.audit;

import io.tinyanalytics.clickhouse.ClickHouseAddress;
import java.util.Map;

/**
 * The addresses of the audited servers, and the account.
 *
 * @param brokers Kafka's bootstrap servers
 * @param topic the topic of raw events
 * @param user the ClickHouse account, which needs only read access
 * @param password empty if the account has none
 */
record AuditSettings(
    String brokers, String topic, ClickHouseAddress clickHouse, String user, String password) {

  /**
   * Reads the environment. An empty value counts as absent. The defaults are the ports of a local
   * stack.
   *
   * @throws IllegalArgumentException if a value is invalid; the message says what to change
   */
  static AuditSettings from(Map<String, String> environment) {
    return new AuditSettings(
        text(environment, "KAFKA_BROKERS", "localhost:9092"),
        text(environment, "KAFKA_TOPIC_RAW", "events.raw"),
        ClickHouseAddress.of(
            text(environment, "CLICKHOUSE_DSN", "jdbc:clickhouse://localhost:8123/analytics")),
        text(environment, "CLICKHOUSE_USER", "default"),
        environment.getOrDefault("CLICKHOUSE_PASSWORD", ""));
  }

  private static String text(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
