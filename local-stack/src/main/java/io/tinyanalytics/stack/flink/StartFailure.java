package io.tinyanalytics.stack.flink;

import java.util.List;
import java.util.Optional;

/** Judges the failures of a job that was just started: can waiting longer help? */
public final class StartFailure {
  /** A server that is unavailable for a moment does not cause this many failures. */
  private static final int TOO_MANY = 5;

  private StartFailure() {}

  /**
   * Why the start cannot succeed, as a clause for a message; empty while it still can.
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

  /** Why a job failed that Flink does not restart, as a clause for a message. */
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
