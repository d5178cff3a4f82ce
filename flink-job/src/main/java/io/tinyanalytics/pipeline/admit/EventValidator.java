package io.tinyanalytics.pipeline.admit;

import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventFormatException.Problem;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import java.time.Duration;
import java.time.Instant;

/** Reads the value of a message and checks it against the message headers. */
final class EventValidator {

  /** The range of ClickHouse's type Date, which is the type of {@code event_date}. */
  private static final long EARLIEST = Instant.EPOCH.toEpochMilli();

  private static final long LATEST = Instant.parse("2149-06-06T23:59:59.999Z").toEpochMilli();

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private EventValidator() {}

  /**
   * Reads an event.
   *
   * @throws EventFormatException if the value is not an event, or does not match the headers
   */
  static RawEvent validate(MessageHeaders headers, byte[] value) throws EventFormatException {
    RawEvent raw = EventJson.readRaw(value);
    if (!raw.eventId().equals(headers.eventId())) {
      throw invalid("the header event_id and the event's event_id differ");
    }
    if (!raw.event().siteId().equals(headers.siteId())) {
      throw invalid("the header site_id and the event's site_id differ");
    }
    requireStorable("ts", raw.event().tsMillis());
    requireStorable("received_at", raw.receivedAtMillis());
    requireDayOf(raw.event().tsMillis(), raw.day().toEpochDay());
    return raw;
  }

  /** A site's day is the UTC day, the one before or the one after, depending on its time zone. */
  private static void requireDayOf(long millis, long day) throws EventFormatException {
    if (Math.abs(Math.floorDiv(millis, DAY_MILLIS) - day) > 1) {
      throw invalid("day must be the day of ts in some time zone");
    }
    requireStorable("day", day * DAY_MILLIS);
  }

  private static void requireStorable(String field, long millis) throws EventFormatException {
    if (millis < EARLIEST || millis > LATEST) {
      throw invalid(field + " must lie between 1970 and 2149");
    }
  }

  private static EventFormatException invalid(String message) {
    return new EventFormatException(Problem.INVALID_VALUE, message);
  }
}
