package io.tinyanalytics.pipeline.sessionize;

import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.EventRow.Kind;
import io.tinyanalytics.pipeline.stream.EventText;
import io.tinyanalytics.pipeline.stream.Texts;
import io.tinyanalytics.pipeline.stream.VisitText;
import java.time.Duration;
import java.time.Instant;

/**
 * An event as enrich makes it, from what matters to visits.
 *
 * @param key decides about the id of a visit that it opens
 * @param time such as {@code 2026-03-01T12:00:00Z}
 */
record TestEvent(
    long key,
    long visitor,
    long previous,
    Kind kind,
    boolean bot,
    Instant time,
    String host,
    String path,
    String source) {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final int HASH_BYTES = 32;

  /** A page view of visitor 7 at noon on {@code /}, who came from nowhere. */
  static TestEvent pageview() {
    return new TestEvent(1, 7, 0, Kind.PAGEVIEW, false, NOON, "example.com", "/", "");
  }

  static TestEvent pageview(String path) {
    return pageview().on(path);
  }

  static TestEvent engagement() {
    return pageview().as(Kind.ENGAGEMENT);
  }

  static TestEvent custom() {
    return pageview().as(Kind.OTHER);
  }

  TestEvent as(Kind other) {
    return new TestEvent(key, visitor, previous, other, bot, time, host, path, source);
  }

  TestEvent key(long other) {
    return new TestEvent(other, visitor, previous, kind, bot, time, host, path, source);
  }

  TestEvent of(long other) {
    return new TestEvent(key, other, previous, kind, bot, time, host, path, source);
  }

  TestEvent before(long other) {
    return new TestEvent(key, visitor, other, kind, bot, time, host, path, source);
  }

  TestEvent byBot() {
    return new TestEvent(key, visitor, previous, kind, true, time, host, path, source);
  }

  TestEvent at(Instant other) {
    return new TestEvent(key, visitor, previous, kind, bot, other, host, path, source);
  }

  /** So long after noon; a negative time lies before it. */
  TestEvent after(Duration noon) {
    return at(NOON.plus(noon));
  }

  TestEvent afterMinutes(long minutes) {
    return after(Duration.ofMinutes(minutes));
  }

  TestEvent on(String other) {
    return new TestEvent(key, visitor, previous, kind, bot, time, host, other, source);
  }

  TestEvent from(String other) {
    return new TestEvent(key, visitor, previous, kind, bot, time, host, path, other);
  }

  EventRow row() {
    Texts texts = new Texts();
    for (EventText text : EventText.values()) {
      texts.add(text == EventText.HOSTNAME ? host : text == EventText.PATH ? path : text.column());
    }
    byte[] own = texts.pack();
    for (VisitText text : VisitText.values()) {
      texts.add(text == VisitText.SOURCE ? source : text.column());
    }
    return new EventRow(
        key,
        visitor,
        previous,
        kind,
        bot,
        (int) Math.floorDiv(time.getEpochSecond(), Duration.ofDays(1).toSeconds()),
        time.toEpochMilli(),
        time.toEpochMilli(),
        visitor,
        new byte[HASH_BYTES],
        0,
        0,
        0,
        own,
        texts.pack());
  }
}
