package io.tinyanalytics.e2e.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.RunningStack;
import io.tinyanalytics.e2e.ledger.Ledger;
import io.tinyanalytics.e2e.ledger.Load;
import io.tinyanalytics.e2e.ledger.Outcome;
import io.tinyanalytics.e2e.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A load without faults passes all checks; whatever is done to its rows turns one of them red. */
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
final class ChecksE2E {

  private static final long SEED = 1;
  private static final long EVENTS = 3_000;

  private final Stack stack;
  private final Ledger ledger;

  ChecksE2E(Stack stack, @TempDir Path folder) {
    this.stack = stack;
    this.ledger = new Ledger(folder.resolve("journal"));
  }

  @BeforeAll
  void passesALoadWithoutFaults() throws Exception {
    try (Load load = new Load(stack, ledger.journal(), SEED)) {
      load.start();
      await().atMost(Stack.PATIENCE).until(() -> isEnough(load));
      load.stop();
    }
    assertThat(Checks.run(stack, ledger)).allMatch(CheckResult::passed);
    Tampering.choose(stack);
  }

  @AfterAll
  void leavesTheStackAsItWas() throws Exception {
    Tampering.forget(stack);
    assertThat(Checks.run(stack, ledger)).allMatch(CheckResult::passed);
  }

  @ParameterizedTest
  @MethodSource("io.tinyanalytics.e2e.check.Tampering#all")
  void goesRed(Tampering tampering) throws Exception {
    try {
      tampering.doTo(stack);

      assertThat(red()).contains(tampering.redCheck());
    } finally {
      Tampering.undo(stack);
    }
  }

  @Test
  void seesARowThatDoesNotFitItsVisit() throws Exception {
    try {
      Tampering.wrongVisit().doTo(stack);

      assertThat(new VisitsAgree(stack).run().passed()).isFalse();
    } finally {
      Tampering.undo(stack);
    }
  }

  private List<String> red() throws InterruptedException {
    List<String> red = new ArrayList<>();
    for (Check check : Checks.checks(stack, ledger, 0)) {
      CheckResult result = check.run();
      if (!result.passed()) {
        red.add(result.name());
      }
    }
    return red;
  }

  private static boolean isEnough(Load load) {
    return load.counts().acknowledged() >= EVENTS && load.counts().of(Outcome.CONFLICTING) > 0;
  }
}
