package io.tinyanalytics.stack.flink;

import java.util.Set;

/**
 * A job as the JobManager reports it.
 *
 * @param state Flink's name for the state
 * @param runningTasks how many of its {@code tasks} are running
 */
public record FlinkJob(String id, String state, int runningTasks, int tasks) {
  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");

  /** Whether the state is final: Flink does not restart this job. */
  public boolean ended() {
    return ENDED.contains(state);
  }

  public boolean running() {
    return state.equals("RUNNING") && tasks > 0 && runningTasks == tasks;
  }
}
