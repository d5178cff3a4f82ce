package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.stack.Checkpoints;
import io.tinyanalytics.e2e.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Goes back to a checkpoint that is older than what is stored, and to none at all. */
@ExtendWith(RunningStack.class)
final class RollbackE2E {

  @Test
  void storesNothingTwiceAfterRestoringACheckpointThreeOlderThanTheNewest(Stack stack)
      throws Exception {
    try (Ledger ledger = new Ledger(stack, "rollback")) {
      ledger.awaitMore(3_000);
      stack.script("scripts/down").exits(0);

      List<Path> newestFirst = Checkpoints.ofNewestJob(stack.home());
      assertThat(newestFirst).hasSizeGreaterThan(3);
      stack.up("--from", newestFirst.get(3).toString());
      ledger.awaitMore(500);
      ledger.settle();
    }
    Audit.isClean(stack);
  }

  @Test
  void storesNothingTwiceAfterAStartWithoutState(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "stateless")) {
      ledger.awaitMore(1_000);
      stack.script("scripts/down").exits(0);

      stack.up("--from", "none");
      ledger.awaitMore(500);
      ledger.settle();
    }
    Audit.isClean(stack);
  }
}
