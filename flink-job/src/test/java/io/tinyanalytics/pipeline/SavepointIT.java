package io.tinyanalytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Restores the savepoints that former versions of the job have made. */
final class SavepointIT {

  private static final int FIRST_WITH_VISITS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(METRICS.addToConfiguration(new Configuration()))
              .setNumberSlotsPerTaskManager(3)
              .build());

  @TempDir Path folder;

  static List<Path> savepoints() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("src/test/resources/savepoints"))) {
      return versions.toList();
    }
  }

  /** Made at parallelism 2. */
  @ParameterizedTest
  @MethodSource("savepoints")
  void goesOnAtParallelismThree(Path savepoint) throws Exception {
    try (SavepointScene scene = SavepointScene.start(folder)) {
      JobClient job = scene.submit(3, Duration.ofMillis(200), savepoint.toUri().toString());

      awaitRows(scene, SavepointScene.MESSAGES);
      assertThat(scene.query("SELECT count(), uniqExact(event_id) FROM analytics.events"))
          .as("the batches that were not stored yet")
          .containsExactly("200\t200");
      assertThat(reasons(scene)).containsExactly("duplicate\t20", "malformed\t5");

      scene.send(
          List.of(
              SavepointScene.event("p-150"),
              SavepointScene.event("new"),
              SavepointScene.laterEvent("later", "p-5")));
      awaitRows(scene, SavepointScene.MESSAGES + 3);
      assertThat(reasons(scene))
          .as("the dedupe state")
          .containsExactly("duplicate\t21", "malformed\t5");
      assertThat(SavepointScene.read(METRICS, job)).as("the positions").isEqualTo(3);
      assertThat(
              scene.query(
                  "SELECT visit_id != 0, visit_started FROM analytics.events WHERE event_id = 'later'"))
          .as("the visits, which the first versions did not have")
          .containsExactly(version(savepoint) < FIRST_WITH_VISITS ? "1\t1" : "1\t0");
      job.cancel().get();
    }
  }

  private static int version(Path savepoint) {
    return Integer.parseInt(savepoint.getFileName().toString());
  }

  private static List<String> reasons(SavepointScene scene) throws IOException {
    return scene.query("SELECT reason, count() FROM analytics.discards GROUP BY 1 ORDER BY 1");
  }

  private static void awaitRows(SavepointScene scene, int rows) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        scene.query(
                            """
                            SELECT count(), uniqExact(_kafka_partition, _kafka_offset) FROM
                            (SELECT _kafka_partition, _kafka_offset FROM analytics.events
                             UNION ALL SELECT _kafka_partition, _kafka_offset FROM analytics.discards)"""))
                    .containsExactly(rows + "\t" + rows));
  }
}
