package io.tinyanalytics.stack.flink;

import java.util.Set;

/**
 * A job as the JobManager sees it.
 *
 * @param state Flink's word for it
 * @param runningTasks how many of its {@code tasks} run
 */
public record FlinkJob(String id, String state, int runningTasks, int tasks) {
  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");

  /** Flink will not do anything more for it. */
  public boolean ended() {
    return ENDED.contains(state);
  }

  public boolean running() {
    return state.equals("RUNNING") && tasks > 0 && runningTasks == tasks;
  }
}
