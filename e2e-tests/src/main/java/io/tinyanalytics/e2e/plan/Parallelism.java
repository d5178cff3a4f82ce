package io.tinyanalytics.e2e.plan;

import java.util.Random;

/** The job's parallelism as the plan changes it: each rescale really is one. */
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

  /** The next higher one, or one still higher. */
  int grow() {
    now += 1 + random.nextInt(HIGHEST - now);
    return now;
  }

  /** Any lower one. */
  int shrink() {
    now = 1 + random.nextInt(now - 1);
    return now;
  }
}
