package io.tinyanalytics.pipeline;

import io.tinyanalytics.pipeline.admit.DedupeHorizon;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * The settings of the job, read from environment variables.
 *
 * @param brokers {@code KAFKA_BROKERS}, by default {@code localhost:9092}
 * @param topic {@code KAFKA_TOPIC_RAW}, by default {@code events.raw}
 * @param clickHouse {@code CLICKHOUSE_DSN}, by default {@code
 *     jdbc:clickhouse://localhost:8123/analytics}, with {@code CLICKHOUSE_USER} and {@code
 *     CLICKHOUSE_PASSWORD}
 * @param horizon {@code DEDUPE_HORIZON}, an ISO-8601 duration, by default {@code P7D}
 */
record PipelineConfig(
    String brokers, String topic, ClickHouseEndpoint clickHouse, DedupeHorizon horizon) {

  /**
   * Reads the variables. An empty variable counts as absent.
   *
   * @throws IllegalArgumentException if a value is invalid; the message is one sentence
   */
  static PipelineConfig of(Map<String, String> environment) {
    return new PipelineConfig(
        value(environment, "KAFKA_BROKERS", "localhost:9092"),
        value(environment, "KAFKA_TOPIC_RAW", "events.raw"),
        ClickHouseEndpoint.of(
            value(environment, "CLICKHOUSE_DSN", "jdbc:clickhouse://localhost:8123/analytics"),
            value(environment, "CLICKHOUSE_USER", "default"),
            value(environment, "CLICKHOUSE_PASSWORD", "")),
        horizon(value(environment, "DEDUPE_HORIZON", "P7D")));
  }

  private static DedupeHorizon horizon(String text) {
    try {
      return new DedupeHorizon(Duration.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "DEDUPE_HORIZON must be a duration such as P7D or PT12H", e);
    }
  }

  private static String value(Map<String, String> environment, String name, String absent) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? absent : value;
  }
}
