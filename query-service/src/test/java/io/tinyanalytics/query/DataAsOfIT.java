package io.tinyanalytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the freshness of an answer with what {@code pipeline_progress} says. */
class DataAsOfIT {
  @TempDir static Path folder;
  private static RealStore store;
  private static RealService service;

  @BeforeAll
  static void startBoth() throws Exception {
    store = new RealStore(folder.resolve("store"));
    service = new RealService(folder, store.jdbcUrl(), List.of("shop"));
  }

  @AfterAll
  static void stopBoth() {
    service.close();
    store.close();
  }

  @BeforeEach
  void knowNothing() throws IOException {
    store.execute("TRUNCATE TABLE analytics.pipeline_progress");
  }

  private static void completeAsOf(int partition, String instant) throws IOException {
    store.execute(
        "INSERT INTO analytics.pipeline_progress VALUES (%d, 100, '%s')"
            .formatted(partition, instant));
  }

  private static JsonNode meta(String report) throws Exception {
    String answer =
        service
            .report(report, "shop", "from=2024-01-01&to=2024-12-31", "Cache-Control", "no-cache")
            .body();
    return new ObjectMapper().readTree(answer).get("meta");
  }

  private static void assertUnknown(JsonNode meta) {
    assertThat(meta).hasToString("{\"data_as_of\":null,\"lag_seconds\":null}");
  }

  @Test
  void isUnknownWhereNoPartitionIsKnown() throws Exception {
    assertUnknown(meta("pageviews"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pageviews", "unique-users", "top-pages"})
  void isTheInstantOfThePartitionThatIsFarthestBehind(String report) throws Exception {
    completeAsOf(0, "2024-02-01 12:00:00.000");
    completeAsOf(1, "2024-02-01 11:59:58.766");
    completeAsOf(2, "2024-02-01 12:00:01.000");

    JsonNode meta = meta(report);

    assertThat(meta.get("data_as_of").asText()).isEqualTo("2024-02-01T11:59:58.766Z");
    assertThat(meta.get("lag_seconds").asDouble()).isGreaterThan(0);
  }

  @Test
  void isTheGreatestInstantOfAPartitionWhateverTheOrderOfItsRows() throws Exception {
    completeAsOf(0, "2024-02-01 12:00:05.000");
    completeAsOf(0, "2024-02-01 12:00:00.000");

    assertThat(meta("pageviews").get("data_as_of").asText()).isEqualTo("2024-02-01T12:00:05.000Z");
  }

  @Test
  void isUnknownWhileAPartitionHasNoInstant() throws Exception {
    completeAsOf(0, "2024-02-01 12:00:00.000");
    completeAsOf(1, "1970-01-01 00:00:00.000");

    assertUnknown(meta("pageviews"));
  }
}
