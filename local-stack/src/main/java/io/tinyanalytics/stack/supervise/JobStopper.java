package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.stack.flink.FlinkAwayException;
import io.tinyanalytics.stack.flink.FlinkJob;
import io.tinyanalytics.stack.flink.FlinkRest;
import io.tinyanalytics.stack.flink.RestorePoint;
import io.tinyanalytics.stack.flink.RestorePoints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Stops the running job so that another one can continue from its state. It takes a savepoint if
 * the job is able to. Otherwise the next job starts from the newest checkpoint; that is exact too,
 * and only reads some events again.
 */
final class JobStopper {
  private static final String NAME = "job";
  private static final Duration SAVING = Duration.ofSeconds(60);
  private static final Duration CANCELLING = Duration.ofSeconds(60);
  private static final Duration LOOKING = Duration.ofMillis(100);

  private final FlinkRest rest;
  private final RestorePoints points;
  private final Path savepoints;

  JobStopper(FlinkRest rest, RestorePoints points, Path savepoints) {
    this.rest = rest;
    this.points = points;
    this.savepoints = savepoints;
  }

  /**
   * Stops the job and returns the state that the next job starts from. No job runs then.
   *
   * @throws IOException if the job does not stop
   */
  RestorePoint stop(Progress progress) throws IOException, InterruptedException {
    var begin = System.nanoTime();
    var savepoint = save(begin + SAVING.toNanos());
    if (savepoint.isEmpty()) {
      progress.say(NAME, "cannot be stopped with a savepoint, cancelling it");
    }
    cancel(System.nanoTime() + CANCELLING.toNanos());
    var stopped = Duration.ofNanos(System.nanoTime() - begin);
    progress.say(NAME, "stopped", stopped);
    if (savepoint.isEmpty()) {
      return points.next();
    }
    var point = RestorePoint.savepoint(savepoint.get());
    progress.say(NAME, "savepoint  " + point.title());
    return point;
  }

  /** Cancels every job, and returns when none is left. */
  void cancel() throws IOException, InterruptedException {
    cancel(System.nanoTime() + CANCELLING.toNanos());
  }

  /** Takes a savepoint, and tries again if a fault prevents it. */
  private Optional<String> save(long deadline) throws IOException, InterruptedException {
    while (System.nanoTime() < deadline) {
      try {
        var job = job();
        if (job.isEmpty()) {
          return Optional.empty();
        }
        if (job.get().running()) {
          var savepoint = save(job.get(), deadline);
          if (savepoint.isPresent()) {
            return savepoint;
          }
        }
      } catch (FlinkAwayException startsOrEnds) {
        // the keeper of the JobManager restarts it
      }
      TimeUnit.MILLISECONDS.sleep(LOOKING.toMillis());
    }
    return Optional.empty();
  }

  private Optional<String> save(FlinkJob job, long deadline)
      throws IOException, InterruptedException {
    var request = rest.stop(job.id(), savepoints);
    while (System.nanoTime() < deadline) {
      var stop = rest.stopped(job.id(), request);
      if (stop.decided()) {
        return Optional.ofNullable(stop.savepoint());
      }
      TimeUnit.MILLISECONDS.sleep(LOOKING.toMillis());
    }
    return Optional.empty();
  }

  private void cancel(long deadline) throws IOException, InterruptedException {
    while (System.nanoTime() < deadline) {
      try {
        var job = job();
        if (job.isEmpty()) {
          return;
        }
        rest.cancel(job.get().id());
      } catch (FlinkAwayException startsOrEnds) {
        // the keeper of the JobManager restarts it
      }
      TimeUnit.MILLISECONDS.sleep(LOOKING.toMillis());
    }
    throw new IOException("The job did not end within " + CANCELLING.toSeconds() + " s.");
  }

  private Optional<FlinkJob> job() throws IOException {
    return rest.jobs().stream().filter(job -> !job.ended()).findFirst();
  }
}
