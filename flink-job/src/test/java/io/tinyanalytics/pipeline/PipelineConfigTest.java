package io.tinyanalytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tinyanalytics.pipeline.admit.DedupeHorizon;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.sessionize.VisitHorizon;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PipelineConfigTest {

  private static final PipelineConfig DEFAULTS =
      new PipelineConfig(
          "localhost:9092",
          "events.raw",
          ClickHouseEndpoint.of("jdbc:clickhouse://localhost:8123/analytics", "default", ""),
          new DedupeHorizon(Duration.ofDays(7)),
          new VisitHorizon(Duration.ofDays(2)));

  @Test
  void needsNoVariableOnADevelopmentMachine() {
    assertThat(PipelineConfig.of(Map.of())).isEqualTo(DEFAULTS);
  }

  @Test
  void takesAnEmptyVariableAsAbsent() {
    assertThat(
            PipelineConfig.of(
                Map.of(
                    "KAFKA_BROKERS", "",
                    "KAFKA_TOPIC_RAW", "",
                    "CLICKHOUSE_DSN", "",
                    "CLICKHOUSE_USER", "",
                    "CLICKHOUSE_PASSWORD", "",
                    "DEDUPE_HORIZON", "",
                    "VISIT_HORIZON", "")))
        .isEqualTo(DEFAULTS);
  }

  @Test
  void readsEachVariable() {
    assertThat(
            PipelineConfig.of(
                Map.of(
                    "KAFKA_BROKERS", "kafka-1:9092,kafka-2:9092",
                    "KAFKA_TOPIC_RAW", "events.test",
                    "CLICKHOUSE_DSN", "jdbc:clickhouse:https://db.example:8443/stats",
                    "CLICKHOUSE_USER", "writer",
                    "CLICKHOUSE_PASSWORD", "secret",
                    "DEDUPE_HORIZON", "PT36H",
                    "VISIT_HORIZON", "PT3H")))
        .isEqualTo(
            new PipelineConfig(
                "kafka-1:9092,kafka-2:9092",
                "events.test",
                ClickHouseEndpoint.of(
                    "jdbc:clickhouse:https://db.example:8443/stats", "writer", "secret"),
                new DedupeHorizon(Duration.ofHours(36)),
                new VisitHorizon(Duration.ofHours(3))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLICKHOUSE_DSN | localhost:8123 | CLICKHOUSE_DSN must look like jdbc:clickhouse://localhost:8123/analytics.
          DEDUPE_HORIZON | 7 days         | DEDUPE_HORIZON must be a duration such as P7D or PT12H
          DEDUPE_HORIZON | 7              | DEDUPE_HORIZON must be a duration such as P7D or PT12H
          DEDUPE_HORIZON | PT1S           | DEDUPE_HORIZON must lie between PT1M and P365D
          DEDUPE_HORIZON | P10000D        | DEDUPE_HORIZON must lie between PT1M and P365D
          VISIT_HORIZON  | 2 days         | VISIT_HORIZON must be a duration such as P7D or PT12H
          VISIT_HORIZON  | PT59M          | VISIT_HORIZON must lie between PT1H and P7D
          VISIT_HORIZON  | P8D            | VISIT_HORIZON must lie between PT1H and P7D
          """)
  void saysOfABadVariableWhatToChange(String name, String value, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PipelineConfig.of(Map.of(name, value)))
        .withMessage(sentence);
  }
}
