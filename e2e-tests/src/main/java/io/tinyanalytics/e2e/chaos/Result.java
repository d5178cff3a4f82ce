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
 * What came of a run.
 *
 * @param recoveries how long it took after each burst until all was well; empty for too long
 * @param disk what stood for the disk of the checkpoints
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

  /** Whether every check is green. */
  public boolean passed() {
    return checks.stream().allMatch(CheckResult::passed);
  }

  List<Injection> of(FaultKind kind) {
    return injections.stream().filter(it -> it.fault().kind() == kind).toList();
  }
}
