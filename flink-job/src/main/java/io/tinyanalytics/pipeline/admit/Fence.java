package io.tinyanalytics.pipeline.admit;

import io.tinyanalytics.pipeline.history.StoredOffsets;
import io.tinyanalytics.pipeline.stream.Coordinates;

/**
 * Recognizes replayed messages that are already stored. A restore from a checkpoint older than the
 * last commit rewinds the offsets and the state, but not ClickHouse. The rows stored at or beyond
 * the restored offsets form the fence. Each partition passes the fence once; after that, the check
 * costs nothing.
 */
final class Fence {

  /** Where a message stands. */
  enum Place {
    /** It is not stored. */
    NOWHERE,
    /** It is a row of {@code events}. */
    EVENTS,
    /** It is a row of {@code discards}. */
    DISCARDS
  }

  private final StoredOffsets stored;
  private final StoredOffsets discards;

  /**
   * Creates a fence.
   *
   * @param stored the offsets that are stored at or beyond the restored position of each partition;
   *     the fence removes a partition's entries once the partition has passed
   * @param discards those of them that are discards
   */
  Fence(StoredOffsets stored, StoredOffsets discards) {
    this.stored = stored;
    this.discards = discards;
  }

  /** Where this message is stored. Messages of one partition must come in order. */
  Place find(Coordinates at) {
    if (stored.isEmpty()) {
      return Place.NOWHERE;
    }
    if (!stored.contains(at.partition(), at.offset())) {
      stored.forgetBelow(at.partition(), at.offset());
      return Place.NOWHERE;
    }
    return discards.contains(at.partition(), at.offset()) ? Place.DISCARDS : Place.EVENTS;
  }
}
