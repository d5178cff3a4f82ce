package io.tinyanalytics.e2e.mutation;

import io.tinyanalytics.e2e.check.CheckResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The result of the run of a mutation.
 *
 * @param results of all checks
 */
record Verdict(Mutation mutation, List<CheckResult> results, double seconds) {

  Verdict {
    results = List.copyOf(results);
  }

  /** Whether the expected check failed; for the control run, whether every check passed. */
  boolean isAsExpected() {
    return mutation.isControl() ? red().isEmpty() : red().contains(mutation.seenBy());
  }

  List<String> red() {
    return results.stream().filter(result -> !result.passed()).map(CheckResult::name).toList();
  }

  /** A line of the result table. */
  @Override
  public String toString() {
    String seen =
        red().isEmpty()
            ? "all checks green"
            : red().stream().collect(Collectors.joining("; ", "red: ", ""));
    return String.format(
        Locale.ROOT,
        "%-12s %-8s %4.0f s  %s",
        mutation.name(),
        isAsExpected() ? "ok" : "FAILED",
        seconds,
        seen);
  }
}
