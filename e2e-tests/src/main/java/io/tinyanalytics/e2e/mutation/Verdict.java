package io.tinyanalytics.e2e.mutation;

import io.tinyanalytics.e2e.check.CheckResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run of a mutation has shown.
 *
 * @param results of all checks
 */
record Verdict(Mutation mutation, List<CheckResult> results, double seconds) {

  Verdict {
    results = List.copyOf(results);
  }

  /** Whether the defect was noticed by the check that must, or no check complains of none. */
  boolean isAsExpected() {
    return mutation.isControl() ? red().isEmpty() : red().contains(mutation.seenBy());
  }

  List<String> red() {
    return results.stream().filter(result -> !result.passed()).map(CheckResult::name).toList();
  }

  /** A line of the table. */
  @Override
  public String toString() {
    String seen =
        red().isEmpty()
            ? "all checks green"
            : red().stream().collect(Collectors.joining("; ", "red: ", ""));
    return String.format(
        Locale.ROOT,
        "%-11s %-8s %4.0f s  %s",
        mutation.name(),
        isAsExpected() ? "ok" : "FAILED",
        seconds,
        seen);
  }
}
