package io.tinyanalytics.pipeline;

import io.tinyanalytics.pipeline.admit.DedupeHorizon;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.sessionize.VisitHorizon;
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
 * @param dedupeHorizon {@code DEDUPE_HORIZON}, an ISO-8601 duration, by default {@code P7D}
 * @param visitHorizon {@code VISIT_HORIZON}, an ISO-8601 duration, by default {@code PT48H}
 */
record PipelineConfig(
    String brokers,
    String topic,
    ClickHouseEndpoint clickHouse,
    DedupeHorizon dedupeHorizon,
    VisitHorizon visitHorizon) {

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
        new DedupeHorizon(duration(environment, "DEDUPE_HORIZON", "P7D")),
        new VisitHorizon(duration(environment, "VISIT_HORIZON", "PT48H")));
  }

  private static Duration duration(Map<String, String> environment, String name, String absent) {
    try {
      return Duration.parse(value(environment, name, absent));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " must be a duration such as P7D or PT12H", e);
    }
  }

  private static String value(Map<String, String> environment, String name, String absent) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? absent : value;
  }
}
