package io.tinyanalytics.pipeline.admit;

import io.tinyanalytics.pipeline.history.StoredOffsets;
import io.tinyanalytics.pipeline.stream.Coordinates;

/**
 * Holds back replayed messages that are already stored. A restore from a checkpoint older than the
 * last commit rewinds the offsets and the state, but not ClickHouse. The rows stored at or beyond
 * the restored offsets form the fence. Each partition passes the fence once; after that, the check
 * costs nothing.
 */
final class Fence {

  private final StoredOffsets stored;

  /**
   * Creates a fence.
   *
   * @param stored the offsets that are stored at or beyond the restored position of each partition;
   *     the fence removes a partition's entries once the partition has passed
   */
  Fence(StoredOffsets stored) {
    this.stored = stored;
  }

  /** Whether this message is already stored. Messages of one partition must come in order. */
  boolean holdsBack(Coordinates at) {
    if (stored.isEmpty()) {
      return false;
    }
    boolean isStored = stored.contains(at.partition(), at.offset());
    if (!isStored) {
      stored.forgetBelow(at.partition(), at.offset());
    }
    return isStored;
  }
}
