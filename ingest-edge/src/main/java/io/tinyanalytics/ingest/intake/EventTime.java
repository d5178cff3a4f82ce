package io.tinyanalytics.ingest.intake;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks the time of an event: the clocks of clients are trusted within limits. */
final class EventTime {

  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final long MOST_AHEAD = Duration.ofMinutes(5).toMillis();

  private EventTime() {}

  /**
   * @param tsMillis the client's time; 0 means now
   */
  static long check(long tsMillis, long nowMillis) throws RefusedException {
    if (tsMillis == 0) {
      return nowMillis;
    }
    if (tsMillis < EARLIEST) {
      throw refused("ts must be in milliseconds since 1970, and not before the year 2000");
    }
    if (tsMillis > nowMillis + MOST_AHEAD) {
      throw refused("ts must be at most 5 minutes ahead of now");
    }
    return tsMillis;
  }

  /**
   * Refuses an event that is too old for its site.
   *
   * @param maxAge null for no limit
   */
  static void checkAge(long tsMillis, long nowMillis, @Nullable Duration maxAge)
      throws RefusedException {
    if (maxAge != null && tsMillis < nowMillis - maxAge.toMillis()) {
      throw refused("ts must be at most " + maxAge + " ago: the site accepts no older events");
    }
  }

  private static RefusedException refused(String sentence) {
    return new RefusedException(RefusalCode.INVALID_VALUE, sentence);
  }
}
