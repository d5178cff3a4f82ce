package io.tinyanalytics.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SaltDatesTest {

  private static final LocalDate DATE = LocalDate.of(2026, 5, 17);
  private static final ZoneId EAST = ZoneId.of("Pacific/Kiritimati");
  private static final ZoneId WEST = ZoneId.of("Etc/GMT+12");

  @Test
  void lastTwoDaysWhereAllSitesAreInUtc() {
    SaltDates dates = new SaltDates(Set.of(ZoneOffset.UTC));
    Instant midnight = Instant.parse("2026-05-17T00:00:00Z");

    assertThat(dates.at(midnight.minusMillis(1))).containsExactly(DATE.minusDays(1));
    assertThat(dates.at(midnight)).containsExactly(DATE);
    assertThat(dates.begin(DATE)).isEqualTo(midnight);
    assertThat(dates.isOver(DATE, Instant.parse("2026-05-18T23:59:59.999Z"))).isFalse();
    assertThat(dates.isOver(DATE, Instant.parse("2026-05-19T00:00:00Z"))).isTrue();
  }

  @Test
  void begin14HoursEarlyInTheEastAndEnd12HoursLateInTheWest() {
    SaltDates dates = new SaltDates(Set.of(EAST, ZoneOffset.UTC, WEST));

    assertThat(dates.at(Instant.parse("2026-05-16T09:59:59.999Z"))).doesNotContain(DATE);
    assertThat(dates.at(Instant.parse("2026-05-16T10:00:00Z"))).contains(DATE);
    assertThat(dates.at(Instant.parse("2026-05-18T11:59:59.999Z"))).contains(DATE);
    assertThat(dates.at(Instant.parse("2026-05-18T12:00:00Z"))).doesNotContain(DATE);
    assertThat(dates.begin(DATE)).isEqualTo("2026-05-17T12:00:00Z");
    assertThat(dates.isOver(DATE, Instant.parse("2026-05-19T11:59:59.999Z"))).isFalse();
    assertThat(dates.isOver(DATE, Instant.parse("2026-05-19T12:00:00Z"))).isTrue();
  }

  @Test
  void areOverEarlierWhereAllSitesAreInTheEast() {
    SaltDates dates = new SaltDates(Set.of(EAST));

    assertThat(dates.isOver(DATE, Instant.parse("2026-05-18T09:59:59.999Z"))).isFalse();
    assertThat(dates.isOver(DATE, Instant.parse("2026-05-18T10:00:00Z"))).isTrue();
  }

  @Test
  void beginAtTheFirstTimeOfADateWhoseMidnightTheClocksSkip() {
    SaltDates dates = new SaltDates(Set.of(ZoneId.of("Africa/Cairo")));
    LocalDate switched = LocalDate.of(2026, 4, 24);

    assertThat(dates.begin(switched)).isEqualTo("2026-04-23T22:00:00Z");
    assertThat(dates.at(dates.begin(switched).minusMillis(1)))
        .containsExactly(switched.minusDays(1));
    assertThat(dates.at(dates.begin(switched))).containsExactly(switched);
  }

  @Test
  void lastForTodayAndForYesterdayInEachZone() {
    Set<ZoneId> zones = Set.of(EAST, WEST, ZoneId.of("America/New_York"), ZoneOffset.UTC);
    SaltDates dates = new SaltDates(zones);
    Instant begin = Instant.parse("2026-10-30T00:00:00Z");
    for (int hour = 0; hour < 5 * 24; hour++) {
      Instant now = begin.plus(Duration.ofHours(hour));
      for (ZoneId zone : zones) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        assertThat(dates.at(now)).contains(today);
        assertThat(dates.isOver(today.minusDays(1), now)).as("%s at %s", zone, now).isFalse();
      }
    }
  }
}
