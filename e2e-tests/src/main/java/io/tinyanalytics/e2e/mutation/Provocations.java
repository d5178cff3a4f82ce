package io.tinyanalytics.e2e.mutation;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Short sequences of faults, each directed at one of the product's precautions. */
final class Provocations {

  private static final int SOME = 300;

  /** Shorter than the edge waits for Kafka before it refuses. */
  private static final Duration STANDSTILL = Duration.ofSeconds(3);

  private Provocations() {}

  /** What the edge has taken while Kafka does not answer dies with the edge. */
  static void killTheEdgeWhileKafkaStands(Stack stack, RunningLoad load)
      throws IOException, InterruptedException {
    stack.signal("STOP", "kafka");
    TimeUnit.MILLISECONDS.sleep(STANDSTILL.toMillis());
    stack.kill("ingest-edge");
    stack.signal("CONT", "kafka");
    stack.awaitHealthy();
  }

  /**
   * Each restore commits again what was committed last. Within their window tokens alone hide that
   * nobody asks first, so here ClickHouse remembers a single one of each table.
   */
  static void killTheTaskManagerAmongCommits(Stack stack, RunningLoad load)
      throws IOException, InterruptedException {
    for (String table : List.of("events", "discards")) {
      stack.sql(
          "ALTER TABLE analytics.%s MODIFY SETTING non_replicated_deduplication_window = 1"
              .formatted(table));
    }
    for (int kills = 0; kills < 2; kills++) {
      load.awaitMore(SOME);
      stack.kill("taskmanager");
      stack.awaitHealthy();
    }
  }

  /** The job goes back to before rows that are stored. */
  static void restoreAnOlderCheckpoint(Stack stack, RunningLoad load)
      throws IOException, InterruptedException {
    stack.script("scripts/down").exits(0);
    stack.up("--from", oldestCheckpoint(stack).toString());
  }

  /** The oldest that is kept of the job that wrote the newest one. */
  private static Path oldestCheckpoint(Stack stack) throws IOException {
    try (Stream<Path> files = Files.walk(stack.home().resolve("checkpoints"), 3)) {
      List<Path> newestFirst =
          files
              .filter(file -> file.endsWith("_metadata"))
              .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
              .map(Path::getParent)
              .toList();
      Path job = requireNonNull(newestFirst.get(0).getParent());
      return newestFirst.stream()
          .filter(checkpoint -> job.equals(checkpoint.getParent()))
          .reduce((newer, older) -> older)
          .orElseThrow();
    }
  }
}
