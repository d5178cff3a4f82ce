package io.tinyanalytics.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.check.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FaultChecksTest {

  private static final List<Optional<Duration>> WELL =
      List.of(Optional.of(Duration.ofSeconds(8)), Optional.of(Duration.ofSeconds(2)));

  @Test
  void passesARunWhoseFaultsAllBitAndWereOvercome() {
    assertThat(checks(SmallRun.INJECTIONS, WELL)).allMatch(CheckResult::passed);
  }

  @Test
  void failsARunThatLeftOutAFault() {
    List<Injection> most = SmallRun.INJECTIONS.subList(0, 2);

    assertThat(failed(checks(most, WELL))).contains("every planned fault is injected");
  }

  @Test
  void failsARunWhoseFaultCouldNotBeInjected() {
    List<Injection> one = List.of(SmallRun.failed(), SmallRun.INJECTIONS.get(1));

    List<CheckResult> checks = checks(one, WELL);

    assertThat(failed(checks)).contains("every planned fault is injected");
    assertThat(checks.get(0).figures().toString()).contains("no such script");
  }

  @Test
  void failsARunInWhichAKindMovedNoMetric() {
    List<Injection> quiet = SmallRun.INJECTIONS.stream().map(it -> it.moved(List.of())).toList();

    List<CheckResult> checks = checks(quiet, WELL);

    assertThat(failed(checks)).containsExactly("every kind of fault moves a metric");
    assertThat(checks.get(1).figures().toString()).contains("kill-edge");
  }

  @Test
  void failsARunThatWasNotWellInTime() {
    List<Optional<Duration>> late = List.of(WELL.get(0), Optional.empty());

    assertThat(failed(checks(SmallRun.INJECTIONS, late)))
        .containsExactly("all is well within 180 s after every burst");
  }

  private static List<CheckResult> checks(
      List<Injection> injections, List<Optional<Duration>> recoveries) {
    return FaultChecks.of(SmallRun.PLAN, injections, recoveries);
  }

  private static List<String> failed(List<CheckResult> checks) {
    return checks.stream().filter(check -> !check.passed()).map(CheckResult::name).toList();
  }
}
