package io.tinyanalytics.pipeline.admit;

import io.tinyanalytics.pipeline.history.StoredOffsets;
import io.tinyanalytics.pipeline.stream.Coordinates;

/**
 * Holds back what a restore replays although it is stored. A checkpoint that is older than the last
 * commit rewinds offsets and state, but not ClickHouse; the rows stored beyond it are the fence.
 * Each partition passes it once, and from then on it costs nothing.
 */
final class Fence {

  private final StoredOffsets stored;

  /**
   * A fence of what is stored at or beyond the offsets from which the job goes on.
   *
   * @param stored is emptied as partitions pass
   */
  Fence(StoredOffsets stored) {
    this.stored = stored;
  }

  /** Whether this message is stored already. A partition's messages come in order. */
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
