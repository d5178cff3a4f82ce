package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.stack.change.ChangeDesk;
import io.tinyanalytics.stack.change.JobChange;
import io.tinyanalytics.stack.flink.CheckpointFolder;
import io.tinyanalytics.stack.flink.Deployment;
import io.tinyanalytics.stack.flink.FlinkAwayException;
import io.tinyanalytics.stack.flink.FlinkCluster;
import io.tinyanalytics.stack.flink.FlinkJob;
import io.tinyanalytics.stack.flink.FlinkRest;
import io.tinyanalytics.stack.flink.JobSubmission;
import io.tinyanalytics.stack.flink.RestoreFailure;
import io.tinyanalytics.stack.flink.RestorePoint;
import io.tinyanalytics.stack.flink.RestorePoints;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the one job running. It submits the job whenever the JobManager is available and has none,
 * each time as a new job from the newest readable checkpoint. Flink itself restarts failed tasks.
 */
final class JobKeeper {
  private static final String NAME = "job";
  private static final Duration STARTING = Duration.ofMinutes(3);
  private static final Duration LOOKING = Duration.ofMillis(500);

  /**
   * After this many checkpoints of its own, the job needs no file of the checkpoint it was restored
   * from.
   */
  private static final int SETTLED = 3;

  private final FlinkCluster cluster;
  private final FlinkRest rest;
  private final JobSubmission submission;
  private final CheckpointFolder checkpoints;
  private final RestorePoints points;
  private final Progress progress;
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(15));
  private final Set<String> judged = new HashSet<>();

  private final ChangeDesk desk;
  private final JobChanger changer;

  private Deployment deployment;
  private long submittedAt;
  private boolean running;
  private boolean settled;

  /**
   * Creates a keeper; nothing is started yet.
   *
   * @param from the state that the job starts from; null for the newest checkpoint
   * @throws IllegalStateException if the job is not built
   */
  JobKeeper(FlinkCluster cluster, ChangeDesk desk, @Nullable RestorePoint from, Progress progress)
      throws IOException {
    this.cluster = cluster;
    this.desk = desk;
    this.rest = cluster.rest();
    this.submission = cluster.submission();
    this.checkpoints = cluster.checkpoints();
    this.points = new RestorePoints(checkpoints, from);
    this.changer = new JobChanger(cluster, points);
    this.deployment = cluster.built();
    this.progress = progress;
  }

  /** Submits the job and returns when all its tasks run and it has completed a checkpoint. */
  void start() throws IOException, InterruptedException {
    desk.clear();
    deployment = cluster.job().promote(cluster.job().prepare(deployment));
    var deadline = System.nanoTime() + STARTING.toNanos();
    while (!running) {
      look();
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "The job did not run within " + STARTING.toSeconds() + " s." + newestFailure());
      }
      TimeUnit.MILLISECONDS.sleep(LOOKING.toMillis());
    }
  }

  /** Keeps the job running until the thread is interrupted. */
  void keep() throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      TimeUnit.MILLISECONDS.sleep(LOOKING.toMillis());
      try {
        var change = desk.take();
        if (change.isPresent()) {
          change(change.get());
        } else {
          look();
        }
      } catch (IOException failed) {
        progress.say(NAME, String.valueOf(failed.getMessage()));
        var held = Duration.ofNanos(System.nanoTime() - submittedAt);
        TimeUnit.MILLISECONDS.sleep(backOff.after(held).toMillis());
      }
    }
  }

  private void change(JobChange change) throws IOException, InterruptedException {
    running = false;
    try (var out = desk.out()) {
      var shown = progress.and(out);
      try {
        deployment = changer.carryOut(change, deployment, shown);
        running = true;
      } catch (IOException | IllegalArgumentException failed) {
        shown.line(String.valueOf(failed.getMessage()));
      }
    } finally {
      settled = false;
      submittedAt = System.nanoTime();
      desk.end(running);
    }
  }

  /** Checks the cluster once. While the JobManager is unavailable, it does nothing. */
  private void look() throws IOException {
    try {
      var jobs = rest.jobs();
      var current = jobs.stream().filter(job -> !job.ended()).findFirst();
      if (current.isPresent()) {
        watch(current.get());
      } else {
        judge(jobs);
        submit();
      }
    } catch (FlinkAwayException startsOrEnds) {
      // the keeper of the JobManager restarts it, and the next check finds the state of the job
    }
  }

  private void submit() throws IOException {
    var from = points.next();
    submittedAt = System.nanoTime();
    running = false;
    settled = false;
    progress.say(NAME, "starting from " + from.title());
    try {
      submission.submit(deployment, from.path());
    } catch (IOException refused) {
      if (!judge(rest.jobs())) {
        throw refused;
      }
    }
  }

  private void watch(FlinkJob job) throws IOException {
    var completed = rest.checkpoints(job.id()).completed();
    if (completed == 0) {
      giveUpIfUnreadable(job);
    } else if (!running && job.running()) {
      running = true;
      points.outdated();
      progress.say(NAME, "running", Duration.ofNanos(System.nanoTime() - submittedAt));
    } else if (!settled && completed >= SETTLED) {
      settled = true;
      checkpoints.prune(job.id());
    }
  }

  /** Cancels the job if it cannot read its state: Flink would try the same checkpoint for ever. */
  private void giveUpIfUnreadable(FlinkJob job) throws IOException {
    if (points.last().path() != null && RestoreFailure.in(rest.failures(job.id()))) {
      judged.add(job.id());
      unreadable();
      rest.cancel(job.id());
    }
  }

  /**
   * A job that failed for good before its first checkpoint is treated as one that could not be
   * restored.
   */
  private boolean judge(List<FlinkJob> jobs) throws IOException {
    var failed = false;
    for (var job : jobs) {
      if (job.state().equals("FAILED") && judged.add(job.id())) {
        failed = true;
        if (rest.checkpoints(job.id()).completed() == 0) {
          unreadable();
        }
      }
    }
    return failed;
  }

  private void unreadable() throws IOException {
    points.unreadable();
    progress.say(NAME, points.last().title() + " cannot be restored." + newestFailure());
  }

  private String newestFailure() throws IOException {
    for (var job : rest.jobs()) {
      for (var trace : rest.failures(job.id())) {
        return " " + RestoreFailure.cause(trace);
      }
    }
    return "";
  }
}
