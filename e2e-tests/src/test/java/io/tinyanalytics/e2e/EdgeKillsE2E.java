package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills the edge again and again under load; {@code -Dedge.kills=50} does so more often. */
@ExtendWith(RunningStack.class)
final class EdgeKillsE2E {

  private static final int KILLS = Integer.getInteger("edge.kills", 3);
  private static final int EVENTS_BETWEEN = 200;

  @Test
  void storesEachAcknowledgedEventOnceHoweverOftenTheEdgeDies(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "edge-kills")) {
      for (int n = 0; n < KILLS; n++) {
        ledger.awaitMore(EVENTS_BETWEEN);
        stack.kill("ingest-edge");
      }
      stack.awaitHealthy();
      ledger.settle();
      assertThat(ledger.acknowledged()).isGreaterThanOrEqualTo(EVENTS_BETWEEN * KILLS);
      System.out.printf(
          "%d kills of the edge: each of %,d acknowledged events is stored once%n",
          KILLS, ledger.acknowledged());
    }
    Audit.isClean(stack);
  }
}
