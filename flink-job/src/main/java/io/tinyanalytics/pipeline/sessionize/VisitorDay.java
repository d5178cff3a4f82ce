package io.tinyanalytics.pipeline.sessionize;

import java.util.Arrays;

/**
 * What a visitor was seen with on one day of its site: sources and pages, as hashes of 64 bits.
 *
 * @param bot whether it is the bot with the visitor's id
 * @param day the day, counted from the epoch
 * @param sinceMillis when Kafka appended its first message
 * @param touchedMillis when Kafka appended its newest message
 * @param seen the first hashes, at most {@link #MOST}; more of them are kept apart, so that this
 *     stays small
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
record VisitorDay(boolean bot, int day, long sinceMillis, long touchedMillis, long[] seen) {

  /** How many hashes are kept here. */
  static final int MOST = 32;

  boolean contains(long hash) {
    for (long known : seen) {
      if (known == hash) {
        return true;
      }
    }
    return false;
  }

  boolean isFull() {
    return seen.length >= MOST;
  }

  /** The same day with one hash more, if there is room for it. */
  VisitorDay with(long hash) {
    if (isFull()) {
      return this;
    }
    long[] more = Arrays.copyOf(seen, seen.length + 1);
    more[seen.length] = hash;
    return new VisitorDay(bot, day, sinceMillis, touchedMillis, more);
  }

  VisitorDay touched(long appendedAtMillis) {
    return new VisitorDay(bot, day, sinceMillis, appendedAtMillis, seen);
  }
}
