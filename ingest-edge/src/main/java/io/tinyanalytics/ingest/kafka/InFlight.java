package io.tinyanalytics.ingest.kafka;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory of events on their way. */
final class InFlight {

  private final long limit;
  private final AtomicLong bytes = new AtomicLong();

  InFlight(long limit) {
    this.limit = limit;
  }

  /** Takes the bytes if they fit; otherwise takes none and returns false. */
  boolean tryTake(long wanted) {
    if (bytes.addAndGet(wanted) <= limit) {
      return true;
    }
    bytes.addAndGet(-wanted);
    return false;
  }

  void giveBack(long taken) {
    bytes.addAndGet(-taken);
  }

  boolean isEmpty() {
    return bytes.get() == 0;
  }
}
