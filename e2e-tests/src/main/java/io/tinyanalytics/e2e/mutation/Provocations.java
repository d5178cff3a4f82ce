package io.tinyanalytics.e2e.mutation;

import io.tinyanalytics.e2e.stack.Checkpoints;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
    List<Path> newestFirst = Checkpoints.ofNewestJob(stack.home());
    stack.up("--from", newestFirst.get(newestFirst.size() - 1).toString());
  }
}
