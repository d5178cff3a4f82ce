package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.check.CheckResult;
import io.tinyanalytics.e2e.check.Checks;
import io.tinyanalytics.e2e.fault.GarbageMessages;
import io.tinyanalytics.e2e.ledger.Ledger;
import io.tinyanalytics.e2e.ledger.Load;
import io.tinyanalytics.e2e.ledger.LoadCounts;
import io.tinyanalytics.e2e.plan.Burst;
import io.tinyanalytics.e2e.plan.FaultKind;
import io.tinyanalytics.e2e.plan.Plan;
import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.e2e.watch.MetricsWatch;
import io.tinyanalytics.e2e.watch.Recovery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Carries out a plan on a running stack under load, and checks what became of the events. */
public final class ChaosRun {

  /**
   * How much longer to wait for a recovery that takes too long. After that, the run is given up.
   */
  private static final Duration HOPELESS = Duration.ofMinutes(5);

  private static final int BURSTS_PER_SAVEPOINT = 3;

  private final Plan plan;
  private final ChaosStack on;
  private final Stack stack;
  private final Path folder;
  private final Progress progress;
  private final List<Injection> injections = new ArrayList<>();
  private final List<Optional<Duration>> recoveries = new ArrayList<>();

  /**
   * Creates a run, and starts nothing yet.
   *
   * @param folder the folder of the load's journal
   */
  public ChaosRun(Plan plan, ChaosStack on, Path folder, Progress progress) {
    this.plan = plan;
    this.on = on;
    this.stack = on.stack();
    this.folder = folder;
    this.progress = progress;
  }

  public Result run() throws IOException, InterruptedException {
    Instant begin = Instant.now();
    Path journal = folder.resolve(ReportFolder.JOURNAL);
    LoadCounts load = underLoad(journal);
    progress.say("load", "has ended: %,d events acknowledged".formatted(load.acknowledged()));
    List<CheckResult> checks = new ArrayList<>(FaultChecks.of(plan, injections, recoveries));
    checks.addAll(Checks.run(stack, new Ledger(journal), garbage()));
    Duration took = Duration.between(begin, Instant.now());
    return new Result(plan, begin, took, on.disk(), injections, recoveries, load, checks);
  }

  private long garbage() {
    return GarbageMessages.COUNT
        * injections.stream()
            .filter(it -> it.fault().kind() == FaultKind.GARBAGE_MESSAGES)
            .filter(it -> it.failure() == null)
            .count();
  }

  private LoadCounts underLoad(Path journal) throws IOException, InterruptedException {
    try (MetricsWatch metrics = new MetricsWatch(stack);
        Load load = new Load(stack, journal, plan.seed())) {
      metrics.start();
      load.start();
      progress.say("load", "begins");
      if (new Recovery(stack).await(FaultChecks.LONGEST_RECOVERY).isEmpty()) {
        throw new IOException("The stack stores nothing although no fault was injected yet.");
      }
      on.savepoints().take();
      carryOut(metrics, load);
      load.stop();
      return load.counts();
    }
  }

  private void carryOut(MetricsWatch metrics, Load load) throws InterruptedException {
    boolean hope = true;
    for (int i = 0; hope && i < plan.bursts().size(); i++) {
      progress.line("");
      progress.say(
          "burst %d of %d".formatted(i + 1, plan.bursts().size()),
          "begins; %,d events acknowledged so far".formatted(load.counts().acknowledged()));
      hope = carryOut(i + 1, plan.bursts().get(i), metrics);
    }
  }

  /** Returns whether the run can continue. */
  private boolean carryOut(int number, Burst burst, MetricsWatch metrics)
      throws InterruptedException {
    List<Injection> over = new BurstRun(number, on.faults(), progress).run(burst);
    Recovery recovery = new Recovery(stack);
    Optional<Duration> took = recovery.await(FaultChecks.LONGEST_RECOVERY);
    recoveries.add(took);
    progress.say("recovery", took.map(ChaosRun::seconds).orElse("FAILED: not well in time"));
    boolean hope = took.isPresent() || recovery.await(HOPELESS).isPresent();
    Instant now = Instant.now();
    for (Injection injection : over) {
      injections.add(
          injection.moved(metrics.movements(injection.fault().kind(), injection.begin(), now)));
    }
    if (hope && number % BURSTS_PER_SAVEPOINT == 0) {
      takeSavepoint();
    }
    TimeUnit.MILLISECONDS.sleep(Burst.CALM.toMillis());
    return hope;
  }

  private void takeSavepoint() throws InterruptedException {
    try {
      on.savepoints().take();
    } catch (IOException e) {
      progress.say("savepoint", "not taken, older ones must do: " + e.getMessage());
    }
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "after %.1f s", took.toMillis() / 1000.0);
  }
}
