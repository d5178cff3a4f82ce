package io.tinyanalytics.pipeline.sessionize;

import org.jspecify.annotations.Nullable;

/**
 * A visit, as far as it is known.
 *
 * @param id never 0
 * @param visitors the ids under which its visitor is known: one, and one more after each midnight
 *     that it crossed
 * @param bot whether a bot makes it
 * @param day the site's day on which it began, counted from the epoch
 * @param beganMillis the time of the event that opened it; times are in milliseconds since the
 *     epoch
 * @param firstMillis the time of its earliest event
 * @param lastMillis the time of its latest event
 * @param touchedMillis when Kafka appended its newest message
 * @param engaged whether it is no bounce
 * @param entryPath the path of the page view by which it was entered, packed; null while there was
 *     none
 * @param lastPageMillis the time of its latest page view
 * @param lastPath the path of its latest page view, packed; null while there was none
 * @param attributes what all its rows have from its first event, packed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
record Visit(
    long id,
    long[] visitors,
    boolean bot,
    int day,
    long beganMillis,
    long firstMillis,
    long lastMillis,
    long touchedMillis,
    boolean engaged,
    byte @Nullable [] entryPath,
    long lastPageMillis,
    byte @Nullable [] lastPath,
    byte[] attributes) {

  /** The id under which its visitor was known last. */
  long newestVisitor() {
    return visitors[visitors.length - 1];
  }

  boolean isOf(long visitor) {
    for (long known : visitors) {
      if (known == visitor) {
        return true;
      }
    }
    return false;
  }
}
