package io.tinyanalytics.ingest.limits;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Limits how much each of many senders may send: a number per second in the long run, and up to ten
 * seconds' worth at once. It forgets a sender that has its whole allowance again, and the least
 * active senders when there are too many.
 *
 * @param <K> identifies a sender
 */
public final class RateLimits<K> {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long ALLOWANCE = 10 * SECOND;
  private static final int MOST_SENDERS = 100_000;

  private final LongSupplier nanoTime;

  /**
   * For each sender, the time at which it would have sent everything so far if it had sent at its
   * limit.
   */
  private final Cache<K, AtomicLong> debts =
      Caffeine.newBuilder()
          .maximumSize(MOST_SENDERS)
          .expireAfterAccess(Duration.ofNanos(2 * ALLOWANCE))
          .build();

  public RateLimits(LongSupplier nanoTime) {
    this.nanoTime = requireNonNull(nanoTime, "nanoTime is null");
  }

  /**
   * Takes one from a sender's allowance; false if none is left.
   *
   * @param perSecond the sender's limit; 0 for no limit
   */
  public boolean tryTake(K sender, int perSecond) {
    if (perSecond == 0) {
      return true;
    }
    long now = nanoTime.getAsLong();
    AtomicLong debt = debts.get(sender, unknown -> new AtomicLong(now));
    long cost = SECOND / perSecond;
    while (true) {
      long old = debt.get();
      long next = (old - now > 0 ? old : now) + cost;
      if (next - now > ALLOWANCE) {
        return false;
      }
      if (debt.compareAndSet(old, next)) {
        return true;
      }
    }
  }
}
