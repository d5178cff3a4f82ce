package io.tinyanalytics.pipeline.progress;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Draws from the frontier of one partition the instant as of which it is complete: a message that
 * Kafka acknowledged before an instant stands below the end that was read after it, so it is stored
 * once the frontier has reached that end. An idle partition has its frontier at its end, and stays
 * up to date without a message.
 */
final class PartitionFrontier {

  /**
   * A quarter of an hour, at one observation a second; behind a longer lag the steps are larger.
   */
  private static final int MAX_OBSERVATIONS = 900;

  private final int partition;
  private final Deque<Observation> ahead = new ArrayDeque<>();
  private long frontier;
  private Instant completeAsOf;

  PartitionFrontier(PartitionProgress known) {
    partition = known.partition();
    frontier = known.frontier();
    completeAsOf = known.completeAsOf();
  }

  private record Observation(Instant at, long end) {}

  /**
   * Notes where the partition ended. An end below the frontier is that of another log, such as a
   * topic created anew, and says nothing about what is stored.
   *
   * @param at an instant before the end was read
   */
  void observe(Instant at, long end) {
    if (end < frontier) {
      return;
    }
    Observation last = ahead.peekLast();
    if (last != null && (last.end() == end || ahead.size() == MAX_OBSERVATIONS)) {
      ahead.removeLast();
    }
    ahead.addLast(new Observation(at, end));
  }

  /** Takes note that all offsets below this one are stored. */
  void advance(long firstAbsent) {
    frontier = Math.max(frontier, firstAbsent);
    while (!ahead.isEmpty() && ahead.getFirst().end() <= frontier) {
      Instant reached = ahead.removeFirst().at();
      completeAsOf = reached.isAfter(completeAsOf) ? reached : completeAsOf;
    }
  }

  PartitionProgress progress() {
    return new PartitionProgress(partition, frontier, completeAsOf);
  }
}
