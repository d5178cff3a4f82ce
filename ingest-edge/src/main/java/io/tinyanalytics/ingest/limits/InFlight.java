package io.tinyanalytics.ingest.limits;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory of what is on its way. */
public final class InFlight {

  private final long limit;
  private final AtomicLong bytes = new AtomicLong();

  public InFlight(long limit) {
    this.limit = limit;
  }

  /** Takes the bytes if they fit; otherwise takes none and returns false. */
  public boolean tryTake(long wanted) {
    if (bytes.addAndGet(wanted) <= limit) {
      return true;
    }
    bytes.addAndGet(-wanted);
    return false;
  }

  public void giveBack(long taken) {
    bytes.addAndGet(-taken);
  }

  public boolean isEmpty() {
    return bytes.get() == 0;
  }

  /** How many are taken now. */
  public long bytes() {
    return bytes.get();
  }
}
