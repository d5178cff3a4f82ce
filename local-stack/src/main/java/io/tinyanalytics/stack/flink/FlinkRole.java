package io.tinyanalytics.stack.flink;

/** What a Flink process is, and which of Flink's classes make it that. */
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

  /** What {@link FlinkMemory} asks Flink for a process of this role. */
  String memoryQuestion() {
    return memoryQuestion;
  }
}
