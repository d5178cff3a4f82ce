package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.process.LogTail;
import io.tinyanalytics.stack.process.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Submits the job's jar to the cluster with Flink's own command line. Each submission gets a new
 * job id.
 */
public final class JobSubmission {
  private static final String COMMAND_LINE = "org.apache.flink.client.cli.CliFrontend";

  /** The process lives only for seconds, so only a fast start matters. */
  private static final List<String> JVM_FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final FlinkProgram program;

  JobSubmission(FlinkProgram program) {
    this.program = program;
  }

  /**
   * Runs the jar's main method until it has built the plan of its job. The cluster takes no part.
   *
   * @throws IOException if that fails; the message holds the cause
   */
  public void check(Deployment deployment) throws IOException {
    run(deployment, List.of("info"), Map.of());
  }

  /**
   * Returns when the JobManager has accepted the job.
   *
   * @param restorePath the folder of a checkpoint or savepoint, which is not changed; null to start
   *     without state
   * @throws IOException if the job was refused; the message holds the end of the command line's
   *     output
   */
  public void submit(Deployment deployment, @Nullable String restorePath) throws IOException {
    run(deployment, List.of("run", "-t", "remote", "-d"), restore(restorePath));
  }

  private void run(Deployment deployment, List<String> verb, Map<String, String> settings)
      throws IOException {
    List<String> arguments = new ArrayList<>(verb);
    var parallelism = Map.of("parallelism.default", Integer.toString(deployment.parallelism()));
    arguments.addAll(program.configuration().with(parallelism).with(settings).arguments());
    arguments.add(deployment.jar().toString());
    var launch = program.launch(COMMAND_LINE, JVM_FLAGS, arguments);
    var output = LogTail.from(launch.output());
    if (ServerProcess.run(launch) != 0) {
      throw new IOException("The job was refused." + output.text());
    }
  }

  private static Map<String, String> restore(@Nullable String path) {
    Map<String, String> settings = new HashMap<>();
    if (path != null) {
      settings.put("execution.state-recovery.path", path);
      settings.put("execution.state-recovery.claim-mode", "NO_CLAIM");
    }
    return settings;
  }
}
