package io.tinyanalytics.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

final class SaltKeeperTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 17);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private static final ZoneId KIRITIMATI = ZoneId.of("Pacific/Kiritimati");
  private static final ZoneId BAKER_ISLAND = ZoneId.of("Etc/GMT+12");

  private Set<ZoneId> zones = Set.of(ZoneOffset.UTC);
  private Instant now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
  private final FakeLog log = new FakeLog();
  private final SaltKeeper edge = edge("pepper");

  private SaltKeeper edge(String ipHashSalt) {
    return new SaltKeeper(log, ipHashSalt, () -> zones, () -> now);
  }

  @Test
  void proposesASaltForADayThatHasNone() {
    assertThat(edge.of(TODAY)).isEmpty();

    edge.refresh();

    assertThat(edge.of(TODAY).orElseThrow()).hasSizeGreaterThanOrEqualTo(16);
    assertThat(log.salts).containsOnlyKeys(TODAY);
  }

  @Test
  void agreesWithAnEdgeThatWasFirst() {
    edge.refresh();
    SaltKeeper other = edge("pepper");

    other.refresh();

    assertThat(other.of(TODAY).orElseThrow()).isEqualTo(edge.of(TODAY).orElseThrow());
    assertThat(log.proposals).isEqualTo(1);
  }

  @Test
  void agreesWithAnEdgeThatProposesAtTheSameTime() {
    SaltKeeper other = edge("pepper");
    log.meanwhile = other::refresh;

    edge.refresh();

    assertThat(log.proposals).isEqualTo(2);
    assertThat(edge.of(TODAY).orElseThrow()).isEqualTo(other.of(TODAY).orElseThrow());
  }

  @Test
  void takesItsProposalOnlyFromTheLog() {
    log.losesProposals = true;
    assertThatThrownBy(edge::refresh).isInstanceOf(KafkaException.class);
    assertThat(edge.of(TODAY)).isEmpty();

    log.losesProposals = false;
    edge.refresh();
    assertThat(edge.of(TODAY)).isPresent();
  }

  @Test
  void asksForTheNextDayBeforeMidnightAndNotLongBefore() {
    now = TODAY.atTime(23, 49, 59).toInstant(ZoneOffset.UTC);
    edge.refresh();
    assertThat(edge.of(TOMORROW)).isEmpty();

    now = TODAY.atTime(23, 58, 1).toInstant(ZoneOffset.UTC);
    edge.refresh();
    assertThat(edge.of(TOMORROW)).isPresent();
  }

  @Test
  void keepsYesterdaysSaltAndNoOlderOne() {
    edge.refresh();
    byte[] salt = edge.of(TODAY).orElseThrow();

    now = now.plus(Duration.ofDays(1));
    edge.refresh();
    assertThat(edge.of(TODAY)).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(salt));
    assertThat(edge.of(TOMORROW)).isPresent();

    now = now.plus(Duration.ofDays(1));
    edge.refresh();
    assertThat(edge.of(TODAY)).isEmpty();
    assertThat(edge.of(TOMORROW)).isPresent();
  }

  @Test
  void forgetsTheOldSaltAlsoWhileKafkaIsAway() {
    edge.refresh();
    log.away = true;

    now = now.plus(Duration.ofDays(2));

    assertThatThrownBy(edge::refresh).isInstanceOf(KafkaException.class);
    assertThat(edge.of(TODAY)).isEmpty();
  }

  @Test
  void proposesNoSaltForADayThatIsPast() {
    edge.refresh();

    assertThat(edge.of(TODAY.minusDays(1))).isEmpty();
    assertThat(log.salts).doesNotContainKey(TODAY.minusDays(1));
  }

  @Test
  void hashesWithNeitherTheLogsSaltNorTheOperatorsAlone() {
    edge.refresh();
    SaltKeeper other = edge("other");
    other.refresh();

    assertThat(edge.of(TODAY).orElseThrow())
        .isNotEqualTo(log.salts.get(TODAY))
        .isNotEqualTo(other.of(TODAY).orElseThrow());
  }

  @Test
  void asksForADateBeforeItBeginsInTheEasternmostZone() {
    zones = Set.of(ZoneOffset.UTC, KIRITIMATI);
    Instant midnight = TOMORROW.atStartOfDay(KIRITIMATI).toInstant();
    now = midnight.minus(Duration.ofMinutes(10).plusSeconds(1));
    edge.refresh();
    assertThat(edge.of(TODAY)).isPresent();
    assertThat(edge.of(TOMORROW)).isEmpty();

    now = midnight.minus(Duration.ofMinutes(1).plusSeconds(59));
    edge.refresh();
    assertThat(edge.of(TOMORROW)).isPresent();
    assertThat(log.begins)
        .as("begun everywhere when it has begun in UTC")
        .containsEntry(TOMORROW, TOMORROW.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Test
  void keepsADateUntilItAndTheNextAreOverInTheWesternmostZone() {
    zones = Set.of(KIRITIMATI, BAKER_ISLAND);
    edge.refresh();
    byte[] salt = edge.of(TODAY).orElseThrow();
    Instant begin = TODAY.atStartOfDay(BAKER_ISLAND).toInstant();
    assertThat(log.begins).containsEntry(TODAY, begin);

    now = begin.plus(Duration.ofDays(2)).minusMillis(1);
    edge.refresh();
    assertThat(edge.of(TODAY)).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(salt));

    now = begin.plus(Duration.ofDays(2));
    edge.refresh();
    assertThat(edge.of(TODAY)).isEmpty();
  }

  @Test
  void hasASaltForEachDateThatItIsAnywhereAtAnyTime() {
    zones = Set.of(KIRITIMATI, BAKER_ISLAND, ZoneId.of("America/St_Johns"));
    now = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int minutes = 0; minutes < 4 * 24 * 60; minutes += 30) {
      edge.refresh();
      for (ZoneId zone : zones) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        assertThat(edge.of(today)).as("%s of %s", zone, now).isPresent();
        if (minutes >= 2 * 24 * 60) {
          assertThat(edge.of(today.minusDays(1))).as("the day before").isPresent();
        }
      }
      now = now.plus(Duration.ofMinutes(30));
    }
    assertThat(List.copyOf(log.begins.keySet())).as("in the order of the dates").isSorted();
  }

  @Test
  void asksForTheDateOfAZoneThatJoins() {
    edge.refresh();
    assertThat(edge.of(TOMORROW)).isEmpty();

    zones = Set.of(ZoneOffset.UTC, KIRITIMATI);
    edge.refresh();
    assertThat(edge.of(TOMORROW)).isPresent();
  }

  @Test
  void losesNoDateToAnotherThatKafkaRefuses() {
    zones = Set.of(ZoneOffset.UTC, KIRITIMATI);
    log.mostAhead = Duration.ofHours(1);

    assertThatThrownBy(edge::refresh).isInstanceOf(KafkaException.class);
    assertThatThrownBy(edge::refresh).isInstanceOf(KafkaException.class);

    assertThat(edge.of(TODAY)).isPresent();
    assertThat(edge.of(TOMORROW)).isEmpty();
  }

  @Test
  void asksKafkaForNothingWhileNothingIsMissing() {
    edge.refresh();
    int readings = log.readings;

    edge.refresh();

    assertThat(log.readings).isEqualTo(readings);
  }

  private final class FakeLog implements SaltLog {

    private final Map<LocalDate, byte[]> salts = new HashMap<>();
    private final Map<LocalDate, Instant> begins = new LinkedHashMap<>();
    private Duration mostAhead = Duration.ofHours(28);
    private Runnable meanwhile = () -> {};
    private boolean losesProposals;
    private boolean away;
    private int readings;
    private int proposals;

    @Override
    public Map<LocalDate, byte[]> read() {
      if (away) {
        throw new KafkaException("away");
      }
      readings++;
      return Map.copyOf(salts);
    }

    @Override
    public void propose(LocalDate date, Instant begin, byte[] salt) {
      Runnable others = meanwhile;
      meanwhile = () -> {};
      others.run();
      if (losesProposals) {
        throw new KafkaException("no answer");
      }
      if (Duration.between(now, begin).compareTo(mostAhead) > 0) {
        throw new KafkaException("too far ahead");
      }
      proposals++;
      begins.put(date, begin);
      salts.putIfAbsent(date, salt);
    }
  }
}
