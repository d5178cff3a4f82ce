package io.tinyanalytics.e2e.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.plan.FaultKind.Group;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlanTest {

  private static Stream<Long> seeds() {
    return IntStream.range(0, 100).mapToObj(seed -> seed * 7919L - 3);
  }

  /** Whoever changes the planner makes the schedules of all seeds others: then this too. */
  @Test
  void makesTheScheduleOfASeedAnywhere() {
    assertThat(Plan.of(1, 2).bursts().stream().map(burst -> burst.faults().toString()))
        .containsExactly(
            "[kill-edge after 3.3 s, garbage-messages after 1.5 s, kill-jobmanager after 4.6 s, kill-taskmanager after 6.8 s]",
            "[rollback newest after 5.8 s, swallow-clickhouse cut after 1.1 s for 4 s, stop-kafka after 3.9 s for 12 s, kill-clickhouse after 3.2 s]");
  }

  @Test
  void makesTheSameScheduleAgainAndAnotherForAnotherSeed() {
    assertThat(Plan.of(7, 30)).isEqualTo(Plan.of(7, 30));
    assertThat(Plan.of(7, 30).bursts()).isNotEqualTo(Plan.of(8, 30).bursts());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void hasEveryKindIfThereIsTimeForAll(long seed) {
    assertThat(Plan.of(seed, Plan.MINUTES_FOR_ALL_KINDS).kindsLeftOut()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void hasAtLeastSixtyFaultsInHalfAnHour(long seed) {
    assertThat(Plan.of(seed, 30).faults()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void hasTheMostTellingKindsInTwoMinutes(long seed) {
    Plan plan = Plan.of(seed, 2);

    assertThat(plan.kinds())
        .contains(
            FaultKind.KILL_TASKMANAGER,
            FaultKind.SWALLOW_CLICKHOUSE,
            FaultKind.KILL_EDGE,
            FaultKind.ROLLBACK);
    assertThat(plan.kindsLeftOut()).contains(FaultKind.STOP_QUERY);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsToItsTime(long seed) {
    for (int minutes : List.of(2, 5, 15, 30, 60)) {
      assertThat(Plan.of(seed, minutes).estimate()).isLessThan(Duration.ofMinutes(minutes));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changesWhatTheJobStartsFromOnceABurst(long seed) {
    assertThat(Plan.of(seed, 30).bursts())
        .allSatisfy(
            burst ->
                assertThat(burst.faults())
                    .hasSizeBetween(1, 4)
                    .filteredOn(fault -> fault.kind().group() == Group.JOB)
                    .hasSizeLessThan(2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rescalesToAnotherParallelismEachTime(long seed) {
    int now = 2;
    for (PlannedFault fault : Plan.of(seed, 120).faults()) {
      if (fault.detail().startsWith("to ")) {
        int next = Integer.parseInt(fault.detail().substring(3));
        assertThat(next).isBetween(1, 4);
        assertThat(next > now).isEqualTo(fault.kind() == FaultKind.RESCALE_UP);
        assertThat(next).isNotEqualTo(now);
        now = next;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsPartitionsOnceOnly(long seed) {
    assertThat(Plan.of(seed, 120).faults())
        .filteredOn(fault -> fault.kind() == FaultKind.MORE_PARTITIONS)
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void freezesFlinkForLongerThanItsHeartbeat(long seed) {
    assertThat(Plan.of(seed, 60).faults())
        .filteredOn(
            fault ->
                fault.kind() == FaultKind.STOP_TASKMANAGER
                    || fault.kind() == FaultKind.STOP_JOBMANAGER)
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.length()).isGreaterThan(Duration.ofSeconds(12)));
  }
}
