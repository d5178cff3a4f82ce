package io.tinyanalytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the next savepoint of the test data, which {@link SavepointIT} restores from then on. Runs
 * only when it is named; CONTRIBUTING.md says how.
 */
final class NewSavepoint {

  private static final Path SAVEPOINTS = Path.of("src/test/resources/savepoints");
  private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(METRICS.addToConfiguration(new Configuration()))
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;

  /** No checkpoint comes before it, so all rows are in it as batches that are not stored yet. */
  @Test
  void ofTheJobAsItIs() throws Exception {
    Path target = SAVEPOINTS.resolve(String.valueOf(next()));
    try (SavepointScene scene = SavepointScene.start(folder)) {
      JobClient job = scene.submit(2, Duration.ofDays(1), null);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> SavepointScene.read(METRICS, job) == SavepointScene.MESSAGES);
      String taken =
          job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.NATIVE).get();
      job.cancel().get();
      copy(Path.of(URI.create(taken)), target);
    }
    assertThat(target.resolve("_metadata")).exists();
  }

  private static long next() throws IOException {
    try (Stream<Path> versions = Files.list(Files.createDirectories(SAVEPOINTS))) {
      return versions.count() + 1;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
