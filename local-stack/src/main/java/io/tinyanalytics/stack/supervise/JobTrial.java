package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.stack.flink.Deployment;
import io.tinyanalytics.stack.flink.FlinkAwayException;
import io.tinyanalytics.stack.flink.FlinkCluster;
import io.tinyanalytics.stack.flink.FlinkJob;
import io.tinyanalytics.stack.flink.FlinkRest;
import io.tinyanalytics.stack.flink.JobSubmission;
import io.tinyanalytics.stack.flink.RestorePoint;
import io.tinyanalytics.stack.flink.StartFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts a deployment and watches it until it is healthy or cannot become healthy. Healthy means
 * that all tasks run and that it has completed two checkpoints of its own. It is submitted again if
 * the JobManager has lost it.
 */
final class JobTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LOOKING = Duration.ofMillis(200);
  private static final int CHECKPOINTS = 2;

  /**
   * How many refusals end the trial. The jar's main method was tested before, so a single refusal
   * may be due to a fault.
   */
  private static final int REFUSALS = 3;

  private final FlinkRest rest;
  private final JobSubmission submission;
  private final Deployment deployment;
  private final RestorePoint from;
  private final Set<String> former = new HashSet<>();
  private final Set<String> own = new HashSet<>();
  private int refusals;
  private boolean healthy;
  private @Nullable String failure;

  JobTrial(FlinkCluster cluster, Deployment deployment, RestorePoint from) {
    this.rest = cluster.rest();
    this.submission = cluster.submission();
    this.deployment = deployment;
    this.from = from;
  }

  /** Returns why the job did not become healthy, as a clause for a message; empty if it did. */
  Optional<String> run() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!healthy && failure == null && System.nanoTime() < deadline) {
      try {
        look();
      } catch (FlinkAwayException startsOrEnds) {
        // the keeper of the JobManager restarts it, without the job
      }
      TimeUnit.MILLISECONDS.sleep(LOOKING.toMillis());
    }
    if (healthy) {
      return Optional.empty();
    }
    return Optional.of(
        failure != null
            ? failure
            : "the job was not healthy within " + PATIENCE.toSeconds() + " s");
  }

  /** The ids of the jobs that this trial submitted. */
  Set<String> jobs() {
    return Set.copyOf(own);
  }

  private void look() throws IOException {
    var jobs = rest.jobs();
    var current = jobs.stream().filter(job -> !job.ended()).findFirst();
    if (current.isPresent()) {
      own.add(current.get().id());
      watch(current.get());
    } else if (own.isEmpty() && refusals == 0) {
      jobs.forEach(job -> former.add(job.id()));
      submit();
    } else {
      judge(jobs);
    }
  }

  private void watch(FlinkJob job) throws IOException {
    if (job.running() && rest.checkpoints(job.id()).completed() >= CHECKPOINTS) {
      healthy = true;
    } else {
      failure = StartFailure.hopeless(rest.failures(job.id()), from).orElse(null);
    }
  }

  /** No job runs any more: Flink has ended it, or the JobManager has lost it. */
  private void judge(List<FlinkJob> jobs) throws IOException {
    for (var job : jobs) {
      if (!former.contains(job.id())) {
        own.add(job.id());
        failure = StartFailure.ended(rest.failures(job.id()), from);
        return;
      }
    }
    submit();
  }

  private void submit() {
    try {
      submission.submit(deployment, from.path());
    } catch (IOException refused) {
      refusals++;
      if (refusals >= REFUSALS) {
        failure = "the job was refused: " + refused.getMessage();
      }
    }
  }
}
