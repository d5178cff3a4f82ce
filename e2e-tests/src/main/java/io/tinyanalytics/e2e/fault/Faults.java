package io.tinyanalytics.e2e.fault;

import io.tinyanalytics.e2e.plan.PlannedFault;
import io.tinyanalytics.e2e.proxy.Disturbance;
import io.tinyanalytics.e2e.proxy.TcpProxy;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;

/**
 * Creates the faults of a plan for one stack.
 *
 * @param kafka the proxy in front of the stack's Kafka
 * @param clickHouse the proxy in front of the stack's ClickHouse
 */
public record Faults(
    Stack stack, TcpProxy kafka, TcpProxy clickHouse, CheckpointDisk disk, Savepoints savepoints) {

  private static final int PARTITIONS = 8;

  public Fault of(PlannedFault planned) {
    return switch (planned.kind()) {
      case KILL_TASKMANAGER -> kill("taskmanager");
      case KILL_JOBMANAGER -> kill("jobmanager");
      case KILL_KAFKA -> kill("kafka");
      case KILL_CLICKHOUSE -> kill("clickhouse");
      case KILL_EDGE -> kill("ingest-edge");
      case KILL_QUERY -> kill("query-service");
      case STOP_TASKMANAGER -> freeze("taskmanager");
      case STOP_JOBMANAGER -> freeze("jobmanager");
      case STOP_KAFKA -> freeze("kafka");
      case STOP_CLICKHOUSE -> freeze("clickhouse");
      case STOP_EDGE -> freeze("ingest-edge");
      case STOP_QUERY -> freeze("query-service");
      case CUT_KAFKA -> new DisturbedConnections(kafka, Disturbance.CUT);
      case STALL_KAFKA -> new DisturbedConnections(kafka, Disturbance.STALL);
      case SLOW_KAFKA -> new DisturbedConnections(kafka, Disturbance.SLOW);
      case SWALLOW_KAFKA -> new DisturbedConnections(kafka, swallow(planned.detail()));
      case CUT_CLICKHOUSE -> new DisturbedConnections(clickHouse, Disturbance.CUT);
      case STALL_CLICKHOUSE -> new DisturbedConnections(clickHouse, Disturbance.STALL);
      case SLOW_CLICKHOUSE -> new DisturbedConnections(clickHouse, Disturbance.SLOW);
      case SWALLOW_CLICKHOUSE -> new DisturbedConnections(clickHouse, swallow(planned.detail()));
      case FULL_CHECKPOINT_DISK -> new FullDisk(disk);
      case CORRUPT_CHECKPOINT -> corrupt(planned.detail().equals("truncated"));
      case UPGRADE -> new Operation(stack, "scripts/upgrade");
      case RESCALE_UP, RESCALE_DOWN ->
          new Operation(stack, "scripts/rescale", planned.detail().replace("to ", ""));
      case ROLLBACK -> () -> rollback(planned.detail());
      case NO_STATE -> new Operation(stack, "scripts/rollback", "none");
      case MORE_PARTITIONS -> new MorePartitions(stack, PARTITIONS);
      case GARBAGE_MESSAGES -> new GarbageMessages(stack);
      case BAD_REQUESTS -> new BadRequests(stack);
    };
  }

  private void rollback(String which) throws IOException, InterruptedException {
    new Operation(stack, "scripts/rollback", savepoints.pick(which).toString()).begin();
  }

  private Fault kill(String part) {
    return new Kill(new Processes(stack.home()), part);
  }

  private Fault freeze(String part) {
    return new Freeze(new Processes(stack.home()), part);
  }

  private Fault corrupt(boolean truncated) {
    return new CorruptCheckpoint(new Processes(stack.home()), stack.home(), truncated);
  }

  private static Disturbance swallow(String detail) {
    return detail.equals("cut") ? Disturbance.SWALLOW_AND_CUT : Disturbance.SWALLOW;
  }
}
