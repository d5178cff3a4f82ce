package io.tinyanalytics.e2e.plan;

import java.util.Random;

/** Tracks the job's parallelism through the plan, so that every rescale changes it. */
final class Parallelism {

  private static final int AT_START = 2;
  private static final int HIGHEST = 4;

  private final Random random;
  private int now = AT_START;

  Parallelism(Random random) {
    this.random = random;
  }

  boolean canGrow() {
    return now < HIGHEST;
  }

  /** Returns a random higher parallelism. */
  int grow() {
    now += 1 + random.nextInt(HIGHEST - now);
    return now;
  }

  /** Returns a random lower parallelism. */
  int shrink() {
    now = 1 + random.nextInt(now - 1);
    return now;
  }
}
