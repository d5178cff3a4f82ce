package io.tinyanalytics.e2e.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.RunningStack;
import io.tinyanalytics.e2e.stack.Checkpoints;
import io.tinyanalytics.e2e.stack.RawTopic;
import io.tinyanalytics.e2e.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The visits of generated messages are those of a plain computation, whatever happens to the job:
 * each column of each row, and each figure of each day. {@code -Dvisits.events=1000000
 * -Dvisits.kills=10} does more.
 */
@ExtendWith(RunningStack.class)
final class VisitsE2E {

  private static final long EVENTS = Long.getLong("visits.events", 60_000);
  private static final int KILLS = Integer.getInteger("visits.kills", 2);

  /** How long the messages of a test with faults are on their way at least. */
  private static final int SECONDS = 20;

  @Test
  void areThoseOfAPlainComputation(Stack stack) throws Exception {
    try (Filling filling = new Filling(stack, "plain", EVENTS, 1)) {
      filling.awaitStored();
      print("without faults", filling);
    }
  }

  @Test
  void areTheSameHoweverOftenTheTaskManagerIsKilled(Stack stack) throws Exception {
    try (Filling filling = new Filling(stack, "kills", EVENTS, SECONDS * KILLS / 2)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        filling.awaitPart(kill / (KILLS + 1.0));
        stack.kill("taskmanager");
        stack.awaitHealthy();
      }
      filling.awaitStored();
      print(KILLS + " kills", filling);
    }
  }

  @Test
  void areTheSameAfterARescale(Stack stack) throws Exception {
    try (Filling filling = new Filling(stack, "rescale", EVENTS, SECONDS)) {
      filling.awaitPart(0.3);
      stack.script("scripts/rescale", "4").exits(0);
      filling.awaitPart(0.8);
      stack.script("scripts/rescale", "1").exits(0);
      filling.awaitStored();
      print("rescaled", filling);
    }
  }

  @Test
  void areTheSameAfterARollbackToACheckpointThreeOlder(Stack stack) throws Exception {
    try (Filling filling = new Filling(stack, "rollback", EVENTS, SECONDS)) {
      filling.awaitPart(0.5);
      stack.script("scripts/down").exits(0);
      List<Path> newestFirst = Checkpoints.ofNewestJob(stack.home());
      assertThat(newestFirst).hasSizeGreaterThan(3);
      stack.up("--from", newestFirst.get(3).toString());
      filling.awaitStored();
      print("rolled back", filling);
    }
  }

  @Test
  void areTheSameAfterAStartWithoutState(Stack stack) throws Exception {
    try (Filling filling = new Filling(stack, "stateless", EVENTS, SECONDS)) {
      filling.awaitPart(0.5);
      stack.script("scripts/rollback", "none").exits(0);
      filling.awaitStored();
      print("without state", filling);
    }
  }

  /** Twice from the beginning, after all that the job went through the first time. */
  @Test
  void areTheSameWhenTheTopicIsReadAgain(Stack stack) throws Exception {
    try (Filling filling = new Filling(stack, "again", EVENTS, SECONDS / 4)) {
      filling.awaitPart(0.5);
      stack.kill("taskmanager");
      stack.awaitHealthy();
      filling.awaitStored();
    }
    List<String> first = rows(stack);
    for (String parallelism : List.of("4", "1")) {
      stack.script("scripts/rescale", parallelism).exits(0);
      readAgain(stack);
      assertThat(rows(stack)).as("at parallelism " + parallelism).isEqualTo(first);
    }
    System.out.println("Read three times, partition, rows and their sum: " + first);
  }

  private static void readAgain(Stack stack) throws Exception {
    RawTopic topic = new RawTopic(stack);
    long messages = sum(topic.ends()) - sum(topic.begins());
    stack.sql("TRUNCATE TABLE analytics.events");
    stack.sql("TRUNCATE TABLE analytics.discards");
    stack.script("scripts/rollback", "none").exits(0);
    Filling.awaitStored(stack, "", messages);
  }

  private static long sum(SortedMap<Integer, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The number of rows and a sum over their visit columns, for each partition. */
  private static List<String> rows(Stack stack) throws Exception {
    String columns =
        String.join(", ", VisitRow.COLUMNS) + ", " + String.join(", ", VisitRow.ATTRIBUTES);
    return stack.sql(
        """
        SELECT _kafka_partition, count(), sum(cityHash64(_kafka_offset, site_id, event_id, %s))
        FROM analytics.events WHERE startsWith(site_id, 'visits-') GROUP BY 1 ORDER BY 1\
        """
            .formatted(columns));
  }

  private static void print(String how, Filling filling) throws Exception {
    System.out.printf("Visits %s: %s%n", how, filling.proven());
  }
}
