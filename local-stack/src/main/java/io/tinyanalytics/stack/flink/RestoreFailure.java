package io.tinyanalytics.stack.flink;

import java.util.List;

/** Tells a job that cannot read the state it was given from one that fails for other reasons. */
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

  /** Whether any of these stack traces comes from reading state. */
  public static boolean in(List<String> stackTraces) {
    return stackTraces.stream().anyMatch(trace -> SIGNS.stream().anyMatch(trace::contains));
  }

  /** The innermost cause of a stack trace, in one line. */
  public static String cause(String stackTrace) {
    var causes = stackTrace.lines().filter(line -> line.startsWith(CAUSE)).toList();
    return causes.isEmpty()
        ? stackTrace.lines().findFirst().orElse("")
        : causes.get(causes.size() - 1).substring(CAUSE.length());
  }
}
