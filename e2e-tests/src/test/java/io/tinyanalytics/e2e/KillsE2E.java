package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills each part while events go in; afterwards every acknowledged event is there once. */
@ExtendWith(RunningStack.class)
final class KillsE2E {

  private static final List<String> VICTIMS =
      List.of(
          "taskmanager",
          "clickhouse",
          "taskmanager",
          "jobmanager",
          "kafka",
          "ingest-edge",
          "query-service",
          "taskmanager");

  @Test
  void countsEachAcknowledgedEventOnceWhateverIsKilled(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "faults")) {
      for (String victim : VICTIMS) {
        ledger.awaitMore(500);
        stack.kill(victim);
        stack.awaitHealthy();
      }
      ledger.settle();

      String today = LocalDate.now(ZoneOffset.UTC).toString();
      String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
      assertThat(stack.total("pageviews", "faults", yesterday, today))
          .isEqualTo(ledger.acknowledged());
    }
    Audit.isClean(stack);
  }

  /** The insert hangs in a stopped ClickHouse while its task dies: the restored batch is probed. */
  @Test
  void probesWhatMayBeStoredWhenATaskDiesBetweenCheckpointAndInsert(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "doubt")) {
      ledger.awaitMore(500);
      stack.signal("STOP", "clickhouse");
      ledger.awaitMore(500);
      stack.kill("taskmanager");
      stack.signal("CONT", "clickhouse");
      stack.awaitHealthy();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(new FlinkMetrics(stack).total("store_probes_total")).isPositive());
      ledger.settle();
    }
    Audit.isClean(stack);
  }
}
