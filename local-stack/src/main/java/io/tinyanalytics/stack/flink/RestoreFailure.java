package io.tinyanalytics.stack.flink;

import java.util.List;

/** Distinguishes a job that cannot read its state from a job that fails for another reason. */
public final class RestoreFailure {
  private static final List<String> SIGNS =
      List.of(
          "BackendRestorerProcedure",
          "BackendBuildingException",
          "Could not restore",
          "Failed to rollback to checkpoint",
          "Cannot restore savepoint");
  private static final String CAUSE = "Caused by: ";

  private RestoreFailure() {}

  /** Whether any of these stack traces comes from a failure to read state. */
  public static boolean in(List<String> stackTraces) {
    return stackTraces.stream().anyMatch(trace -> SIGNS.stream().anyMatch(trace::contains));
  }

  /** The root cause of a stack trace, as one line. */
  public static String cause(String stackTrace) {
    var causes = stackTrace.lines().filter(line -> line.startsWith(CAUSE)).toList();
    return causes.isEmpty()
        ? stackTrace.lines().findFirst().orElse("")
        : causes.get(causes.size() - 1).substring(CAUSE.length());
  }
}
