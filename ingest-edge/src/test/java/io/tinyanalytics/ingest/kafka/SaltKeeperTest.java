package io.tinyanalytics.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

final class SaltKeeperTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 17);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private final FakeLog log = new FakeLog();
  private Instant now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
  private final SaltKeeper edge = edge("pepper");

  private SaltKeeper edge(String ipHashSalt) {
    return new SaltKeeper(log, ipHashSalt, () -> now);
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
  void asksKafkaForNothingWhileNothingIsMissing() {
    edge.refresh();
    int readings = log.readings;

    edge.refresh();

    assertThat(log.readings).isEqualTo(readings);
  }

  private static final class FakeLog implements SaltLog {

    private final Map<LocalDate, byte[]> salts = new HashMap<>();
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
    public void propose(LocalDate day, byte[] salt) {
      Runnable others = meanwhile;
      meanwhile = () -> {};
      others.run();
      if (losesProposals) {
        throw new KafkaException("no answer");
      }
      proposals++;
      salts.putIfAbsent(day, salt);
    }
  }
}
