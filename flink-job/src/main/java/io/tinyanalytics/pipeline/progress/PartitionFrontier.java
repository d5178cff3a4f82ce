package io.tinyanalytics.pipeline.progress;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Derives from the frontier of one partition the instant up to which the partition is complete. A
 * message acknowledged before an instant has an offset below the end that was read after that
 * instant. So it is stored once the frontier has reached that end. In an idle partition the
 * frontier equals the end, so it stays up to date without new messages.
 */
final class PartitionFrontier {

  /**
   * A quarter of an hour at one observation per second. If the lag is longer, progress is reported
   * in larger steps.
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
   * Records the end offset of the partition. An end below the frontier belongs to another log, for
   * example if the topic was created again. It is ignored, because it says nothing about the stored
   * messages.
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

  /** Records that all offsets below this one are stored. */
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
