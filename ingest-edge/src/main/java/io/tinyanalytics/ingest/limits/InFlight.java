package io.tinyanalytics.ingest.limits;

import java.util.concurrent.atomic.AtomicLong;

/** Limits the memory of data in flight. */
public final class InFlight {

  private final long limit;
  private final AtomicLong bytes = new AtomicLong();

  public InFlight(long limit) {
    this.limit = limit;
  }

  /** Reserves the bytes if they fit; otherwise reserves none and returns false. */
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

  /** The bytes that are reserved now. */
  public long bytes() {
    return bytes.get();
  }
}
