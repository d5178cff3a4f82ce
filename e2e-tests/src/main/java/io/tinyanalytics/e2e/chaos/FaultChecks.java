package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.check.CheckResult;
import io.tinyanalytics.e2e.plan.FaultKind;
import io.tinyanalytics.e2e.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that the faults had an effect and that the stack recovered from them. */
final class FaultChecks {

  /** The longest time that a recovery may take. */
  static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);

  private FaultChecks() {}

  static List<CheckResult> of(
      Plan plan, List<Injection> injections, List<Optional<Duration>> recoveries) {
    return List.of(
        injected(plan, injections), bitten(plan, injections), recovered(plan, recoveries));
  }

  private static CheckResult injected(Plan plan, List<Injection> injections) {
    List<String> failures = new ArrayList<>();
    for (Injection injection : injections) {
      if (injection.failure() != null) {
        failures.add(injection.fault().kind().word() + ": " + injection.failure());
      }
    }
    int planned = plan.faults().size();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("planned", planned);
    figures.put("injected", injections.size() - failures.size());
    if (!failures.isEmpty()) {
      figures.put("failures", failures);
    }
    return new CheckResult(
        "every planned fault is injected",
        failures.isEmpty() && injections.size() == planned,
        figures);
  }

  private static CheckResult bitten(Plan plan, List<Injection> injections) {
    List<FaultKind> without =
        plan.kinds().stream()
            .filter(
                kind ->
                    injections.stream()
                        .filter(injection -> injection.fault().kind() == kind)
                        .allMatch(injection -> injection.movements().isEmpty()))
            .toList();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("kinds", plan.kinds().size());
    figures.put("without", without.stream().map(FaultKind::word).toList());
    return new CheckResult("every kind of fault moves a metric", without.isEmpty(), figures);
  }

  private static CheckResult recovered(Plan plan, List<Optional<Duration>> recoveries) {
    int bursts = plan.bursts().size();
    long well = recoveries.stream().filter(Optional::isPresent).count();
    double slowest =
        recoveries.stream().flatMap(Optional::stream).mapToLong(Duration::toMillis).max().orElse(0)
            / 1000.0;
    return new CheckResult(
        "all is well within %d s after every burst".formatted(LONGEST_RECOVERY.toSeconds()),
        well == bursts,
        Map.of("bursts", bursts, "well", well, "slowest_seconds", slowest));
  }
}
