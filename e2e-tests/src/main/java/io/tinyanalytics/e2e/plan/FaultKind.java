package io.tinyanalytics.e2e.plan;

import java.util.Locale;

/**
 * Everything that a run can break, the most telling first: a run too short for all of them takes
 * those at the beginning.
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
   * What a fault works upon. First the ways between processes are disturbed, then processes end in
   * the middle of it.
   */
  public enum Group {
    CONNECTION(0, 1_500),
    DISK(0, 500),
    INPUT(0, 1_500),
    PROCESS(3_000, 7_000),
    /** What the job starts from: one at a time. */
    JOB(3_000, 7_000);

    private final int earliest;
    private final int latest;

    Group(int earliest, int latest) {
      this.earliest = earliest;
      this.latest = latest;
    }

    /** When it begins at the earliest, in milliseconds of the burst. */
    int earliest() {
      return earliest;
    }

    /** When it begins at the latest, in milliseconds of the burst. */
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

  /** Its name for people and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String sentence() {
    return sentence;
  }

  /** The shortest time that it lasts, in seconds; 0 for what happens at once. */
  int shortest() {
    return shortest;
  }

  /** The longest time that it lasts, in seconds. */
  int longest() {
    return longest;
  }

  /** After how many seconds a run is usually well again, on two cores. */
  int recovery() {
    return recovery;
  }
}
