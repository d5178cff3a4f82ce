package io.tinyanalytics.bench.dedupe;

import io.tinyanalytics.bench.dedupe.AdmitTask.Checkpoint;
import java.util.SplittableRandom;

/**
 * The cost of a number of keys.
 *
 * @param newMicros CPU microseconds per new event
 * @param copyMicros CPU microseconds per copy of an earlier event
 * @param memory bytes per key
 * @param first the checkpoint that writes all keys
 * @param next the checkpoint after 1,000 more keys
 */
record DedupeCost(
    double newMicros, double copyMicros, double memory, Checkpoint first, Checkpoint next) {
  private static final int MOST_COPIES = 1_000_000;
  private static final int MORE_KEYS = 1_000;

  /** Fills an empty task with keys and measures the cost. */
  static DedupeCost of(AdmitTask task, int keys) throws Exception {
    long before = task.memory();
    var run = new MessageRun(task);
    double newMicros = run.cpuMicros(number -> number, keys);
    var first = task.checkpoint();
    var random = new SplittableRandom(keys);
    double copyMicros = run.cpuMicros(number -> random.nextInt(keys), Math.min(keys, MOST_COPIES));
    double memory = task.memory() - before;
    task.checkpoint();
    run.cpuMicros(number -> keys + number, MORE_KEYS);
    var next = task.checkpoint();
    requireEvents(task, keys + MORE_KEYS);
    return new DedupeCost(newMicros, copyMicros, memory / keys, first, next);
  }

  private static void requireEvents(AdmitTask task, long events) {
    if (task.events() != events) {
      throw new IllegalStateException(
          "Of %d new events and copies of them %d were admitted.".formatted(events, task.events()));
    }
  }
}
