package io.tinyanalytics.e2e.plan;

import java.util.Locale;

/**
 * All kinds of faults, the most informative first. A run that is too short for all kinds uses the
 * first ones.
 */
public enum FaultKind {
  KILL_TASKMANAGER(Group.PROCESS, 0, 0, 30, "SIGKILL of the TaskManager"),
  SWALLOW_CLICKHOUSE(
      Group.CONNECTION, 3, 10, 12, "ClickHouse gets what the job sends, and its answers are lost"),
  KILL_EDGE(Group.PROCESS, 0, 0, 15, "SIGKILL of the edge"),
  ROLLBACK(Group.JOB, 0, 0, 40, "the job goes back to an older savepoint"),
  STOP_KAFKA(Group.PROCESS, 8, 15, 15, "Kafka is frozen"),
  KILL_CLICKHOUSE(Group.PROCESS, 0, 0, 15, "SIGKILL of ClickHouse"),
  GARBAGE_MESSAGES(
      Group.INPUT, 0, 0, 15, "messages that no edge wrote: without headers, binary, of 900 KB"),
  KILL_JOBMANAGER(Group.PROCESS, 0, 0, 40, "SIGKILL of the JobManager"),
  SWALLOW_KAFKA(
      Group.CONNECTION, 3, 8, 12, "Kafka gets what edge and job send, and its answers are lost"),
  STOP_TASKMANAGER(
      Group.PROCESS, 14, 22, 30, "the TaskManager is frozen until the JobManager gives it up"),
  BAD_REQUESTS(Group.INPUT, 0, 0, 8, "requests to the edge that are too large or malformed"),
  UPGRADE(Group.JOB, 0, 0, 40, "stop with a savepoint, and start from it"),
  NO_STATE(Group.JOB, 0, 0, 45, "the job starts without any state"),
  CORRUPT_CHECKPOINT(
      Group.JOB, 0, 0, 60, "the newest checkpoint is damaged while the JobManager is dead"),
  FULL_CHECKPOINT_DISK(Group.DISK, 6, 15, 10, "no checkpoint can be written"),
  KILL_KAFKA(Group.PROCESS, 0, 0, 20, "SIGKILL of Kafka"),
  RESCALE_UP(Group.JOB, 0, 0, 45, "the job gets a higher parallelism"),
  RESCALE_DOWN(Group.JOB, 0, 0, 45, "the job gets a lower parallelism"),
  MORE_PARTITIONS(Group.INPUT, 0, 0, 15, "the topic gets 8 partitions"),
  STOP_CLICKHOUSE(Group.PROCESS, 8, 20, 10, "ClickHouse is frozen"),
  STOP_JOBMANAGER(
      Group.PROCESS, 14, 22, 35, "the JobManager is frozen until the TaskManager gives it up"),
  CUT_CLICKHOUSE(Group.CONNECTION, 3, 10, 10, "the job's connections to ClickHouse are cut"),
  STALL_CLICKHOUSE(Group.CONNECTION, 5, 15, 10, "nothing passes between job and ClickHouse"),
  SLOW_CLICKHOUSE(Group.CONNECTION, 5, 15, 12, "little passes between job and ClickHouse"),
  CUT_KAFKA(Group.CONNECTION, 3, 10, 10, "the connections of edge and job to Kafka are cut"),
  STALL_KAFKA(Group.CONNECTION, 5, 12, 12, "nothing passes between edge or job and Kafka"),
  SLOW_KAFKA(Group.CONNECTION, 5, 12, 12, "little passes between edge or job and Kafka"),
  STOP_EDGE(Group.PROCESS, 5, 12, 8, "the edge is frozen"),
  KILL_QUERY(Group.PROCESS, 0, 0, 15, "SIGKILL of the query service"),
  STOP_QUERY(Group.PROCESS, 5, 12, 8, "the query service is frozen");

  /**
   * What a fault affects. In a burst, connections are disturbed first; processes are then killed in
   * the middle of that.
   */
  public enum Group {
    CONNECTION(0, 1_500),
    DISK(0, 500),
    INPUT(0, 1_500),
    PROCESS(3_000, 7_000),
    /** The state that the job starts from: at most one such fault in a burst. */
    JOB(3_000, 7_000);

    private final int earliest;
    private final int latest;

    Group(int earliest, int latest) {
      this.earliest = earliest;
      this.latest = latest;
    }

    /** The earliest start of a fault, in milliseconds after the start of the burst. */
    int earliest() {
      return earliest;
    }

    /** The latest start of a fault, in milliseconds after the start of the burst. */
    int latest() {
      return latest;
    }
  }

  private final Group group;
  private final int shortest;
  private final int longest;
  private final int recovery;
  private final String sentence;

  FaultKind(Group group, int shortest, int longest, int recovery, String sentence) {
    this.group = group;
    this.shortest = shortest;
    this.longest = longest;
    this.recovery = recovery;
    this.sentence = sentence;
  }

  public Group group() {
    return group;
  }

  /** The name in output and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String sentence() {
    return sentence;
  }

  /** The shortest duration, in seconds; 0 for a fault without a duration. */
  int shortest() {
    return shortest;
  }

  /** The longest duration, in seconds. */
  int longest() {
    return longest;
  }

  /** The usual time of the recovery, in seconds, on two cores. */
  int recovery() {
    return recovery;
  }
}
