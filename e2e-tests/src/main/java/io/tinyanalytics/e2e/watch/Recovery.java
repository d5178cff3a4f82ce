package io.tinyanalytics.e2e.watch;

import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.e2e.stack.StackJob;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Detects when a stack has recovered: the job runs and has completed two checkpoints that began
 * since then, new rows are stored, and every part is healthy.
 */
public final class Recovery {

  private static final int CHECKPOINTS = 2;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Stack stack;
  private final StackJob job;
  private final Instant since;
  private long rowsAtFirst = -1;

  /** Starts to measure the time now. */
  public Recovery(Stack stack) {
    this.stack = stack;
    this.job = new StackJob(stack);
    this.since = Instant.now();
  }

  /** The duration of the recovery; empty if it took longer than this. */
  public Optional<Duration> await(Duration longest) throws InterruptedException {
    Instant deadline = since.plus(longest);
    while (Instant.now().isBefore(deadline)) {
      if (isWell()) {
        return Optional.of(Duration.between(since, Instant.now()));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
    return Optional.empty();
  }

  /** The cheapest check comes first. */
  private boolean isWell() throws InterruptedException {
    try {
      return rowsGrew() && jobIsWell() && partsAreHealthy();
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean rowsGrew() throws IOException, InterruptedException {
    long rows = Long.parseLong(stack.sql("SELECT count() FROM analytics.events").get(0));
    if (rowsAtFirst < 0) {
      rowsAtFirst = rows;
    }
    return rows > rowsAtFirst;
  }

  private boolean jobIsWell() throws IOException, InterruptedException {
    Optional<String> running = job.running();
    return running.isPresent() && job.completedSince(running.get(), since) >= CHECKPOINTS;
  }

  private boolean partsAreHealthy() throws IOException, InterruptedException {
    return stack.script("scripts/status", "--json").exitCode() == 0;
  }
}
