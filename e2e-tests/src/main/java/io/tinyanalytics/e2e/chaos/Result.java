package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.check.CheckResult;
import io.tinyanalytics.e2e.ledger.LoadCounts;
import io.tinyanalytics.e2e.plan.FaultKind;
import io.tinyanalytics.e2e.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run.
 *
 * @param recoveries how long the recovery took after each burst; empty if it took too long
 * @param disk describes what served as the checkpoint disk
 */
public record Result(
    Plan plan,
    Instant begin,
    Duration took,
    String disk,
    List<Injection> injections,
    List<Optional<Duration>> recoveries,
    LoadCounts load,
    List<CheckResult> checks) {

  public Result {
    injections = List.copyOf(injections);
    recoveries = List.copyOf(recoveries);
    checks = List.copyOf(checks);
  }

  /** Whether every check passed. */
  public boolean passed() {
    return checks.stream().allMatch(CheckResult::passed);
  }

  List<Injection> of(FaultKind kind) {
    return injections.stream().filter(it -> it.fault().kind() == kind).toList();
  }
}
