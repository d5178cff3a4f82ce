package io.tinyanalytics.e2e.ledger;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Limits the total rate of all senders, and tells them when to stop. After an outage, the senders
 * do not catch up on what they could not send.
 */
final class Pace {

  private final long nanosPerEvent;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile long stoppedAt;
  private long nextFree = System.nanoTime();

  Pace(int eventsPerSecond) {
    this.nanosPerEvent = SECONDS.toNanos(1) / eventsPerSecond;
  }

  /**
   * Waits until this many events may be sent. False if the load is stopping and none may be sent.
   */
  boolean take(int events) throws InterruptedException {
    return !stopping.await(reserve(events), NANOSECONDS);
  }

  /** Waits for this time. Returns false at once if the load is stopping. */
  boolean pause(Duration pause) throws InterruptedException {
    return !stopping.await(pause.toNanos(), NANOSECONDS);
  }

  /** From now on, no new event may be sent. */
  void stop() {
    stoppedAt = System.nanoTime();
    stopping.countDown();
  }

  /** The time since the load was told to stop; zero if it was not. */
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
