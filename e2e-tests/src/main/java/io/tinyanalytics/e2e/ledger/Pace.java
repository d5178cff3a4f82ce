package io.tinyanalytics.e2e.ledger;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;

/** Bounds the rate of all senders together; what an outage left unsent is not made up for. */
final class Pace {

  private final long nanosPerEvent;
  private final CountDownLatch stopping;
  private long nextFree = System.nanoTime();

  /**
   * @param stopping ends all waits when it is down
   */
  Pace(int eventsPerSecond, CountDownLatch stopping) {
    this.nanosPerEvent = SECONDS.toNanos(1) / eventsPerSecond;
    this.stopping = stopping;
  }

  /** Waits until this many events may go. False if the load is stopping and none may. */
  boolean take(int events) throws InterruptedException {
    return !stopping.await(reserve(events), NANOSECONDS);
  }

  private synchronized long reserve(int events) {
    long now = System.nanoTime();
    long wait = Math.max(0, nextFree - now);
    nextFree = now + wait + events * nanosPerEvent;
    return wait;
  }
}
