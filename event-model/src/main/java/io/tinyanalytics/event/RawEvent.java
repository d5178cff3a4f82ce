package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;

/**
 * One accepted event: the value of a message of {@code events.raw}.
 *
 * @param eventId identifies the event within its site: of two messages with the same id, the first
 *     wins
 * @param event what the client reported, with its time always set
 * @param origin where it came from
 * @param receivedAtMillis when the edge received it, in milliseconds since the epoch
 * @param epochDay the day of the event in the time zone of its site, counted from the epoch; the
 *     UTC day if the message does not say
 */
public record RawEvent(
    String eventId, ClientEvent event, Origin origin, long receivedAtMillis, int epochDay) {

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  public RawEvent {
    requireNonNull(eventId, "eventId is null");
    requireNonNull(event, "event is null");
    requireNonNull(origin, "origin is null");
  }

  /** An event of this day of its site. */
  public RawEvent(
      String eventId, ClientEvent event, Origin origin, long receivedAtMillis, LocalDate day) {
    this(eventId, event, origin, receivedAtMillis, (int) day.toEpochDay());
  }

  /** An event of a site whose days are those of UTC. */
  public RawEvent(String eventId, ClientEvent event, Origin origin, long receivedAtMillis) {
    this(eventId, event, origin, receivedAtMillis, utcDay(event.tsMillis()));
  }

  /** The day of the event in the time zone of its site. */
  public LocalDate day() {
    return LocalDate.ofEpochDay(epochDay);
  }

  /** The UTC day of a time in milliseconds since the epoch. */
  static LocalDate utcDay(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, DAY_MILLIS));
  }
}
