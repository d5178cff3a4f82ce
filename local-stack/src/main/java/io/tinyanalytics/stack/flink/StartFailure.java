package io.tinyanalytics.stack.flink;

import java.util.List;
import java.util.Optional;

/** Judges the failures of a job that has just been started: will more patience help? */
public final class StartFailure {
  /** So many failures are no accident of a server that is away for a moment. */
  private static final int TOO_MANY = 5;

  private StartFailure() {}

  /**
   * Why it is hopeless, in a clause that can stand in a sentence; empty while it is not.
   *
   * @param stackTraces newest first
   */
  public static Optional<String> hopeless(List<String> stackTraces, RestorePoint from) {
    if (LostOffsets.in(stackTraces).isPresent()
        || RestoreFailure.in(stackTraces)
        || stackTraces.size() >= TOO_MANY) {
      return Optional.of(ended(stackTraces, from));
    }
    return Optional.empty();
  }

  /** Why a job failed that Flink does not start again, in such a clause. */
  public static String ended(List<String> stackTraces, RestorePoint from) {
    var lost = LostOffsets.in(stackTraces);
    if (lost.isPresent()) {
      return lost.get() + ", from which " + from.title() + " goes on";
    }
    var cause = stackTraces.isEmpty() ? "unknown" : RestoreFailure.cause(stackTraces.get(0));
    return RestoreFailure.in(stackTraces)
        ? "the job cannot read " + from.title() + ": " + cause
        : "the job fails: " + cause;
  }
}
