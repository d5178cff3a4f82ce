package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Remembers the nonces of signed requests while their times are valid. When there are too many, it
 * forgets the oldest, and their times are no longer valid. Times before the start of this edge are
 * not valid either, because it does not know their nonces. Each edge remembers only its own nonces.
 */
final class Nonces {

  private static final long WINDOW = Duration.ofMinutes(5).toSeconds();

  private final InstantSource clock;
  private final int most;
  private final Set<Long> used = new HashSet<>();
  private final TreeMap<Long, List<Long>> byTime = new TreeMap<>();
  private long earliest;

  Nonces(InstantSource clock, int most) {
    this.clock = requireNonNull(clock, "clock is null");
    this.most = most;
    this.earliest = now();
  }

  /** Whether the time of a signature, in seconds since the epoch, is valid now. */
  synchronized boolean isTimely(long seconds) {
    return seconds >= earliest && Math.abs(now() - seconds) <= WINDOW;
  }

  /**
   * Marks a nonce as used; false if it was already used with this secret, or if its time is not
   * valid.
   */
  synchronized boolean use(String secret, String nonce, long seconds) {
    while (!byTime.isEmpty() && byTime.firstKey() < now() - WINDOW) {
      forgetEarliest();
    }
    if (!isTimely(seconds)) {
      return false;
    }
    long name = Hashing.sha256().hashString(nonce + '\n' + secret, UTF_8).asLong();
    if (!used.add(name)) {
      return false;
    }
    byTime.computeIfAbsent(seconds, second -> new ArrayList<>()).add(name);
    while (used.size() > most) {
      forgetEarliest();
    }
    return true;
  }

  private void forgetEarliest() {
    var first = requireNonNull(byTime.pollFirstEntry());
    first.getValue().forEach(used::remove);
    earliest = Math.max(earliest, first.getKey() + 1);
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
