package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.stack.change.JobChange;
import io.tinyanalytics.stack.flink.Deployment;
import io.tinyanalytics.stack.flink.FlinkCluster;
import io.tinyanalytics.stack.flink.RestorePoint;
import io.tinyanalytics.stack.flink.RestorePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Carries out one change of the job. It stops the job, starts the requested one, and returns to the
 * old one if the new one does not become healthy. The fence in the job stores each event exactly
 * once, whatever state the job starts from.
 */
final class JobChanger {
  private static final String NAME = "job";

  private final FlinkCluster cluster;
  private final RestorePoints points;
  private final JobStopper stopper;

  JobChanger(FlinkCluster cluster, RestorePoints points) {
    this.cluster = cluster;
    this.points = points;
    this.stopper = new JobStopper(cluster.rest(), points, cluster.savepoints().root());
  }

  /**
   * Returns the deployment that runs now.
   *
   * @throws IllegalArgumentException if the change is impossible; then nothing was stopped
   * @throws IOException if the change failed; the message is one sentence, and the job continues as
   *     before
   */
  Deployment carryOut(JobChange change, Deployment current, Progress progress)
      throws IOException, InterruptedException {
    progress.say(NAME, change.title());
    var wanted = change.from() == null ? null : RestorePoint.of(change.from());
    var next = prepare(change, current);
    var begin = System.nanoTime();
    var stand = stopper.stop(progress);
    var from = wanted == null ? stand : wanted;
    progress.say(NAME, "starting from " + from.title());
    var trial = new JobTrial(cluster, next, from);
    var failure = trial.run();
    if (failure.isPresent()) {
      progress.say(NAME, failure.get() + ", going back");
      abandon(trial);
      throw new IOException(goBack(current, stand, failure.get(), progress));
    }
    points.outdated();
    progress.say(NAME, "healthy", Duration.ofNanos(System.nanoTime() - begin));
    cluster.savepoints().prune();
    return cluster.job().promote(next);
  }

  private Deployment prepare(JobChange change, Deployment current) throws IOException {
    var parallelism = change.parallelism();
    if (parallelism != null) {
      requireSlots(parallelism);
      return new Deployment(current.jar(), parallelism);
    }
    if (change.jar() == null) {
      return current;
    }
    var jar = Path.of(change.jar());
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(jar + " is not there: name the jar of a job.");
    }
    var next = cluster.job().prepare(new Deployment(jar, current.parallelism()));
    cluster.submission().check(next);
    return next;
  }

  private void requireSlots(int parallelism) throws IOException {
    var slots = cluster.rest().slots();
    if (slots == 0) {
      throw new IllegalArgumentException(
          "The TaskManager does not answer: try again when ./scripts/status shows it as healthy.");
    }
    if (parallelism < 1 || parallelism > slots) {
      throw new IllegalArgumentException(
          "The job can have a parallelism from 1 to %d, the slots of the TaskManager: choose another number, or set taskmanager.numberOfTaskSlots in flink-conf/config.yaml."
              .formatted(slots));
    }
  }

  private void abandon(JobTrial trial) throws IOException, InterruptedException {
    stopper.cancel();
    for (var job : trial.jobs()) {
      cluster.checkpoints().forget(job);
    }
  }

  private String goBack(Deployment former, RestorePoint stand, String failure, Progress progress)
      throws IOException, InterruptedException {
    points.prefer(stand);
    var again = new JobTrial(cluster, former, points.next()).run();
    if (again.isPresent()) {
      return "Nothing is changed, because "
          + failure
          + "; the former job does not run either,"
          + " because "
          + again.get()
          + ", and is tried again and again.";
    }
    points.outdated();
    progress.say(NAME, "as before, from " + stand.title());
    return "Nothing is changed, because " + failure + "; the job goes on from where it stood.";
  }
}
