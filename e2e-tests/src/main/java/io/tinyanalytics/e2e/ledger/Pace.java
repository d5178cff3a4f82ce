package io.tinyanalytics.e2e.ledger;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Bounds the rate of all senders together, and tells them when to end; what an outage left unsent
 * is not made up for.
 */
final class Pace {

  private final long nanosPerEvent;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile long stoppedAt;
  private long nextFree = System.nanoTime();

  Pace(int eventsPerSecond) {
    this.nanosPerEvent = SECONDS.toNanos(1) / eventsPerSecond;
  }

  /** Waits until this many events may go. False if the load is stopping and none may. */
  boolean take(int events) throws InterruptedException {
    return !stopping.await(reserve(events), NANOSECONDS);
  }

  /** Waits that long. False, at once, if the load is stopping. */
  boolean pause(Duration pause) throws InterruptedException {
    return !stopping.await(pause.toNanos(), NANOSECONDS);
  }

  /** From now on no event may go that was not sent before. */
  void stop() {
    stoppedAt = System.nanoTime();
    stopping.countDown();
  }

  /** How long ago the load was told to stop; zero if it was not. */
  Duration stoppedFor() {
    return stopping.getCount() > 0
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - stoppedAt);
  }

  private synchronized long reserve(int events) {
    long now = System.nanoTime();
    long wait = Math.max(0, nextFree - now);
    nextFree = now + wait + events * nanosPerEvent;
    return wait;
  }
}
