package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.HttpProbe;
import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.settings.StackPort;
import io.tinyanalytics.stack.settings.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The Flink cluster of one stack: a session cluster with one TaskManager, for one job. */
public final class FlinkCluster {
  private final Folders folders;
  private final StackSettings settings;
  private final FlinkRest rest;

  public FlinkCluster(Folders folders, StackSettings settings) {
    this.folders = folders;
    this.settings = settings;
    this.rest = new FlinkRest(settings.port(StackPort.FLINK_UI));
  }

  public FlinkRest rest() {
    return rest;
  }

  public Part jobManager() {
    var program = program("jobmanager", metrics(StackPort.JOBMANAGER_METRICS));
    var ports = ports(StackPort.FLINK_UI, StackPort.FLINK_RPC, StackPort.JOBMANAGER_METRICS);
    return new FlinkPart(FlinkRole.JOBMANAGER, program, parallelism(1), ports, rest::serves);
  }

  /**
   * Its health check also asks its own metrics port, because the JobManager lists a dead
   * TaskManager for a while.
   */
  public Part taskManager() {
    var program = program("taskmanager", metrics(StackPort.TASKMANAGER_METRICS));
    var port = settings.port(StackPort.TASKMANAGER_METRICS);
    var alive = new HttpProbe(URI.create("http://127.0.0.1:" + port + "/metrics"));
    BooleanSupplier health = () -> alive.answers() && rest.taskManagers() > 0;
    return new FlinkPart(FlinkRole.TASKMANAGER, program, parallelism(1), List.of(port), health);
  }

  public JobSubmission submission() {
    return new JobSubmission(program("job-submission", Map.of()));
  }

  /**
   * The built job with the configured parallelism, or with the last one if none is configured.
   *
   * @throws IllegalStateException if the job is not built; the message says what to run
   */
  public Deployment built() throws IOException {
    var jar = folders.programs().resolve("flink-job/target/flink-job.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          jar + " is not built: run `mvn -DskipTests package` in the repository's root.");
    }
    return new Deployment(jar, parallelism(configuration().number("parallelism.default")));
  }

  public JobFolder job() {
    return new JobFolder(folders.data().resolve("job"));
  }

  public SavepointFolder savepoints() {
    return new SavepointFolder(savepointRoot().resolve("of-changes"));
  }

  public CheckpointFolder checkpoints() {
    return new CheckpointFolder(checkpointRoot());
  }

  private FlinkProgram program(String name, Map<String, String> overrides) {
    return new FlinkProgram(
        name, folders, configuration().with(overrides), settings.serviceEnvironment());
  }

  private FlinkConfiguration configuration() {
    return new FlinkConfiguration(folders.repository().resolve("flink-conf"), overrides());
  }

  /** The configured parallelism, else the last one. */
  private int parallelism(int otherwise) {
    var asked = settings.parallelism();
    return asked != null ? asked : job().parallelism().orElse(otherwise);
  }

  private Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    var ui = Integer.toString(settings.port(StackPort.FLINK_UI));
    overrides.put("rest.port", ui);
    overrides.put("rest.bind-port", ui);
    overrides.put("jobmanager.rpc.port", Integer.toString(settings.port(StackPort.FLINK_RPC)));
    overrides.put("execution.checkpointing.dir", checkpointRoot().toUri().toString());
    overrides.put("execution.checkpointing.savepoint-dir", savepointRoot().toUri().toString());
    return overrides;
  }

  private Path savepointRoot() {
    return folders.data().resolve("savepoints");
  }

  private Path checkpointRoot() {
    return folders.data().resolve("checkpoints");
  }

  private Map<String, String> metrics(StackPort port) {
    return Map.of("metrics.reporter.prom.port", Integer.toString(settings.port(port)));
  }

  private List<Integer> ports(StackPort... wanted) {
    return List.of(wanted).stream().map(settings::port).toList();
  }
}
