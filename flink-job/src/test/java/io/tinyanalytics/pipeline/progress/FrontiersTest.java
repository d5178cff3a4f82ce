package io.tinyanalytics.pipeline.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an instant may be claimed of, by what was seen of Kafka and of the store. */
final class FrontiersTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Frontiers frontiers = new Frontiers(List.of());

  @Test
  void knowNothingBeforeAnEndIsReached() {
    frontiers.add(0, 7);
    frontiers.observe(at(0), Map.of(0, 10L));
    frontiers.advance(Map.of(0, 9L));

    assertThat(frontiers.progress()).containsExactly(progress(0, 9, Instant.EPOCH));
  }

  @Test
  void areCompleteAsOfTheLastEndThatIsReached() {
    frontiers.add(0, 0);
    frontiers.observe(at(0), Map.of(0, 10L));
    frontiers.observe(at(1), Map.of(0, 20L));
    frontiers.observe(at(2), Map.of(0, 30L));

    frontiers.advance(Map.of(0, 29L));
    assertThat(frontiers.progress()).containsExactly(progress(0, 29, at(1)));

    frontiers.advance(Map.of(0, 30L));
    assertThat(frontiers.progress()).containsExactly(progress(0, 30, at(2)));
  }

  @Test
  void keepUpWhilePartitionsAreIdle() {
    frontiers.add(0, 5);
    frontiers.add(1, 0);
    for (int second = 0; second < 10; second++) {
      frontiers.observe(at(second), Map.of(0, 5L, 1, 0L));
      frontiers.advance(Map.of(0, 5L, 1, 0L));
    }

    assertThat(frontiers.progress()).containsExactly(progress(0, 5, at(9)), progress(1, 0, at(9)));
  }

  @Test
  void goNeitherBackNorPutAnInstantBack() {
    frontiers.add(0, 0);
    frontiers.observe(at(5), Map.of(0, 10L));
    frontiers.advance(Map.of(0, 10L));

    frontiers.observe(at(4), Map.of(0, 10L)); // a clock that was set back
    frontiers.advance(Map.of(0, 3L));

    assertThat(frontiers.progress()).containsExactly(progress(0, 10, at(5)));
  }

  @Test
  void claimOfANewPartitionThatItWasEmptyWhenItWasNotThereYet() {
    frontiers.add(0, 0);
    frontiers.observe(at(0), Map.of(0, 0L));
    frontiers.observe(at(1), Map.of(0, 0L));

    assertThat(frontiers.unknownOf(Set.of(0, 1))).containsExactly(1);
    frontiers.add(1, 0);
    frontiers.observe(at(2), Map.of(0, 0L, 1, 40L));
    frontiers.advance(Map.of(0, 0L, 1, 0L));

    assertThat(frontiers.progress()).containsExactly(progress(0, 0, at(2)), progress(1, 0, at(1)));
  }

  @Test
  void goOnFromWhatTheTableSays() {
    Frontiers restarted = new Frontiers(List.of(progress(0, 10, at(0)), progress(1, 20, at(1))));

    restarted.observe(at(60), Map.of(0, 15L, 1, 20L));
    restarted.advance(Map.of(0, 14L, 1, 20L));

    assertThat(restarted.progress())
        .containsExactly(progress(0, 14, at(0)), progress(1, 20, at(60)));
  }

  @Test
  void claimNothingOfALogThatEndsBelowWhatIsStored() {
    Frontiers restarted = new Frontiers(List.of(progress(0, 10, at(0))));

    restarted.observe(at(60), Map.of(0, 3L));
    restarted.advance(Map.of(0, 10L));

    assertThat(restarted.progress()).containsExactly(progress(0, 10, at(0)));
  }

  @Test
  void catchUpAfterAnyOutageInSteps() {
    frontiers.add(0, 0);
    for (int second = 0; second < 100_000; second++) {
      frontiers.observe(at(second), Map.of(0, second + 1L));
    }

    frontiers.advance(Map.of(0, 500L));
    assertThat(frontiers.progress()).containsExactly(progress(0, 500, at(499)));

    frontiers.advance(Map.of(0, 99_999L));
    assertThat(frontiers.progress().get(0).completeAsOf()).isBetween(at(500), at(99_998));

    frontiers.advance(Map.of(0, 100_000L));
    assertThat(frontiers.progress()).containsExactly(progress(0, 100_000, at(99_999)));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  private static PartitionProgress progress(int partition, long frontier, Instant completeAsOf) {
    return new PartitionProgress(partition, frontier, completeAsOf);
  }
}
