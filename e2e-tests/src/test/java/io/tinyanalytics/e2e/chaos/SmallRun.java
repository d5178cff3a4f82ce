package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.check.CheckResult;
import io.tinyanalytics.e2e.ledger.LoadCounts;
import io.tinyanalytics.e2e.ledger.Outcome;
import io.tinyanalytics.e2e.plan.Burst;
import io.tinyanalytics.e2e.plan.FaultKind;
import io.tinyanalytics.e2e.plan.Plan;
import io.tinyanalytics.e2e.plan.PlannedFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run of two bursts, for tests. */
final class SmallRun {

  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static final PlannedFault STALL =
      new PlannedFault(FaultKind.STALL_KAFKA, Duration.ofMillis(500), Duration.ofSeconds(5), "");
  private static final PlannedFault ROLLBACK =
      new PlannedFault(FaultKind.ROLLBACK, Duration.ofSeconds(3), Duration.ZERO, "oldest");
  private static final PlannedFault KILL =
      new PlannedFault(FaultKind.KILL_EDGE, Duration.ofSeconds(4), Duration.ZERO, "");

  static final Plan PLAN =
      new Plan(7, 1, List.of(new Burst(List.of(STALL, ROLLBACK)), new Burst(List.of(KILL))));

  static final List<Injection> INJECTIONS =
      List.of(
          injection(1, STALL, null, "edge: slow +3"),
          injection(1, ROLLBACK, null, "taskmanager: held_back +9"),
          injection(2, KILL, null, "edge: up no answer, 4 times"));

  private SmallRun() {}

  static Injection failed() {
    return injection(1, STALL, "no such script", "edge: slow +3");
  }

  static Result result(boolean green) {
    return new Result(
        PLAN,
        NOON,
        Duration.ofSeconds(75),
        "a disk",
        INJECTIONS,
        List.of(Optional.of(Duration.ofMillis(8_250)), Optional.empty()),
        new LoadCounts(Map.of(Outcome.ACKNOWLEDGED, 1_234L)),
        List.of(new CheckResult("nothing is lost", green, Map.of("lost", green ? 0 : 3))));
  }

  private static Injection injection(
      int burst, PlannedFault fault, @Nullable String failure, String movement) {
    Instant begin = NOON.plusSeconds(10L * burst);
    return new Injection(burst, fault, begin, begin.plusSeconds(5), failure, List.of(movement));
  }
}
