package io.tinyanalytics.ingest.intake;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): each is larger than the one before, also within a
 * millisecond and when the clock goes back. Nobody can guess an id, so nobody can use it before its
 * event arrives.
 */
final class EventIds {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_MASK = 0x3fff_ffff_ffff_ffffL;

  private final RandomGenerator random = new SecureRandom();

  /**
   * Milliseconds since the epoch, followed by a counter; a full counter moves on to the next
   * millisecond.
   */
  private final AtomicLong tick = new AtomicLong();

  String next(long nowMillis) {
    long next = tick.updateAndGet(last -> Math.max(last + 1, nowMillis << COUNTER_BITS));
    long high = (next >>> COUNTER_BITS) << 16 | VERSION_7 | (next & COUNTER_MASK);
    return new UUID(high, VARIANT | (random.nextLong() & RANDOM_MASK)).toString();
  }
}
