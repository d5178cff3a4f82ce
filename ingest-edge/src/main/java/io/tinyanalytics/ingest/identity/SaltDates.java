package io.tinyanalytics.ingest.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When the salt of a calendar date is needed. A date begins up to 14 hours before it does in UTC in
 * the east, and ends up to 12 hours later in the west.
 *
 * @param zones the time zones of all sites; at least one
 */
public record SaltDates(Set<ZoneId> zones) {

  /** How long a salt exists after its date has begun everywhere: the date and the next. */
  private static final Duration LIFE = Duration.ofDays(2);

  public SaltDates {
    zones = Set.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("there is no time zone");
    }
  }

  /** The dates that it is somewhere at this time, in order. */
  public SortedSet<LocalDate> at(Instant time) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    zones.forEach(zone -> dates.add(LocalDate.ofInstant(time, zone)));
    return dates;
  }

  /** When a date has begun everywhere: its midnight in the westernmost zone. */
  public Instant begin(LocalDate date) {
    return zones.stream()
        .map(zone -> date.atStartOfDay(zone).toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether the salt of a date must be gone at this time. */
  public boolean isOver(LocalDate date, Instant time) {
    return !time.isBefore(begin(date).plus(LIFE));
  }
}
