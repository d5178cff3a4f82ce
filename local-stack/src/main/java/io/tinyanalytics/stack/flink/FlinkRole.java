package io.tinyanalytics.stack.flink;

/** The role of a Flink process, and the Flink classes that implement it. */
enum FlinkRole {
  JOBMANAGER(
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
      "GET_JM_RESOURCE_PARAMS"),
  TASKMANAGER("org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "GET_TM_RESOURCE_PARAMS");

  private final String mainClass;
  private final String memoryQuestion;

  FlinkRole(String mainClass, String memoryQuestion) {
    this.mainClass = mainClass;
    this.memoryQuestion = memoryQuestion;
  }

  String mainClass() {
    return mainClass;
  }

  /** The command that {@link FlinkMemory} gives Flink's memory calculator for this role. */
  String memoryQuestion() {
    return memoryQuestion;
  }
}
