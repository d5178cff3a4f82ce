package io.tinyanalytics.e2e.mutation;

import io.tinyanalytics.e2e.stack.Checkpoints;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short sequences of faults. Each tests one of the product's safeguards. */
final class Provocations {

  private static final int SOME = 300;

  /** Shorter than the time that the edge waits for Kafka before it refuses. */
  private static final Duration STANDSTILL = Duration.ofSeconds(3);

  private Provocations() {}

  /** Kills the edge while Kafka does not answer: the events that the edge holds are lost. */
  static void killTheEdgeWhileKafkaStands(Stack stack, RunningLoad load)
      throws IOException, InterruptedException {
    stack.signal("STOP", "kafka");
    TimeUnit.MILLISECONDS.sleep(STANDSTILL.toMillis());
    stack.kill("ingest-edge");
    stack.signal("CONT", "kafka");
    stack.awaitHealthy();
  }

  /**
   * Each restore commits the last batches again. ClickHouse ignores a batch whose token it
   * remembers, which would hide a missing probe before the commit. So here it remembers only one
   * token per table.
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

  /** Restores the job from a checkpoint that is older than some stored rows. */
  static void restoreAnOlderCheckpoint(Stack stack, RunningLoad load)
      throws IOException, InterruptedException {
    stack.script("scripts/down").exits(0);
    List<Path> newestFirst = Checkpoints.ofNewestJob(stack.home());
    stack.up("--from", newestFirst.get(newestFirst.size() - 1).toString());
  }
}
