package io.tinyanalytics.e2e.watch;

import static io.tinyanalytics.e2e.watch.Endpoint.EDGE;
import static io.tinyanalytics.e2e.watch.Endpoint.JOBMANAGER;
import static io.tinyanalytics.e2e.watch.Endpoint.QUERY;
import static io.tinyanalytics.e2e.watch.Endpoint.TASKMANAGER;
import static io.tinyanalytics.e2e.watch.Signal.changes;
import static io.tinyanalytics.e2e.watch.Signal.reaches;
import static io.tinyanalytics.e2e.watch.Signal.rises;
import static io.tinyanalytics.e2e.watch.Signal.silent;
import static io.tinyanalytics.e2e.watch.Signal.slows;

import io.tinyanalytics.e2e.plan.FaultKind;
import java.util.List;

/** The metrics that show that a fault has an effect. */
final class Signals {

  private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
  private static final String READER = OPERATOR + "KafkaSourceReader_";
  private static final String JOB = "flink_jobmanager_job_";

  private static final Signal RESTART = rises(JOBMANAGER, JOB + "numRestarts");
  private static final Signal RESTORE = changes(JOBMANAGER, JOB + "lastCheckpointRestoreTimestamp");
  private static final Signal FAILED_PUBLISH = rises(EDGE, "ingest_publish_failures_total");
  private static final Signal SLOW_PUBLISH = slows(EDGE, "ingest_publish_seconds", "0.5");
  private static final Signal RETRY = rises(TASKMANAGER, OPERATOR + "store_commit_retries_total");
  private static final Signal PROBE = rises(TASKMANAGER, OPERATOR + "outcome_store_probes_total");
  private static final Signal LONG_CHECKPOINT =
      reaches(JOBMANAGER, JOB + "lastCheckpointDuration", "", 3_000);
  private static final Signal HELD_BACK =
      rises(TASKMANAGER, OPERATOR + "pipeline_messages_held_back_total");

  private Signals() {}

  /** The signals of a kind. One that moves is enough. */
  static List<Signal> of(FaultKind kind) {
    return switch (kind) {
      case KILL_TASKMANAGER, STOP_TASKMANAGER -> List.of(silent(TASKMANAGER), RESTART);
      case KILL_JOBMANAGER, STOP_JOBMANAGER -> List.of(silent(JOBMANAGER));
      case KILL_KAFKA, STOP_KAFKA, STALL_KAFKA, SWALLOW_KAFKA, SLOW_KAFKA ->
          List.of(FAILED_PUBLISH, SLOW_PUBLISH);
      case CUT_KAFKA ->
          List.of(
              FAILED_PUBLISH,
              SLOW_PUBLISH,
              rises(TASKMANAGER, READER + "KafkaConsumer_connection_creation_total"));
      case KILL_CLICKHOUSE, CUT_CLICKHOUSE -> List.of(RETRY, PROBE);
      case SWALLOW_CLICKHOUSE -> List.of(PROBE);
      case STOP_CLICKHOUSE, STALL_CLICKHOUSE, SLOW_CLICKHOUSE ->
          List.of(LONG_CHECKPOINT, RETRY, PROBE);
      case KILL_EDGE -> List.of(silent(EDGE), changes(EDGE, "process_start_time_seconds"));
      case STOP_EDGE -> List.of(silent(EDGE));
      case KILL_QUERY -> List.of(silent(QUERY), changes(QUERY, "process_start_time_seconds"));
      case STOP_QUERY -> List.of(silent(QUERY));
      case FULL_CHECKPOINT_DISK -> List.of(rises(JOBMANAGER, JOB + "numberOfFailedCheckpoints"));
      case CORRUPT_CHECKPOINT -> List.of(HELD_BACK, PROBE);
      case UPGRADE -> List.of(RESTORE);
      case RESCALE_UP, RESCALE_DOWN ->
          List.of(changes(JOBMANAGER, "flink_jobmanager_taskSlotsAvailable"));
      case ROLLBACK -> List.of(HELD_BACK);
      case NO_STATE -> List.of(rises(TASKMANAGER, OPERATOR + "pipeline_events_learnt_total"));
      case MORE_PARTITIONS -> // -1 until the first message, which the edge sends after minutes
          List.of(
              changes(TASKMANAGER, READER + "topic_partition_currentOffset", "partition=\"7\""));
      case GARBAGE_MESSAGES ->
          List.of(
              rises(
                  TASKMANAGER,
                  OPERATOR + "reason_pipeline_events_discarded_total",
                  "reason=\"malformed\""));
      case BAD_REQUESTS ->
          List.of(
              rises(EDGE, "ingest_events_refused_total", "reason=\"malformed_json\""),
              rises(EDGE, "ingest_events_refused_total", "reason=\"too_large\""));
    };
  }
}
