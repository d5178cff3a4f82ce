package io.tinyanalytics.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

      List<Path> newestFirst = checkpoints(stack);
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

  /** The complete checkpoints of the job that wrote the newest one, the newest first. */
  private static List<Path> checkpoints(Stack stack) throws IOException {
    try (Stream<Path> files = Files.walk(stack.home().resolve("checkpoints"), 3)) {
      List<Path> complete =
          files
              .filter(file -> file.endsWith("_metadata"))
              .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
              .map(Path::getParent)
              .toList();
      Path job = requireNonNull(complete.get(0).getParent());
      return complete.stream().filter(checkpoint -> job.equals(checkpoint.getParent())).toList();
    }
  }
}
