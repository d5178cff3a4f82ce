package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.fault.Fault;
import io.tinyanalytics.e2e.fault.Faults;
import io.tinyanalytics.e2e.plan.Burst;
import io.tinyanalytics.e2e.plan.PlannedFault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Injects the faults of one burst, each on a separate thread. */
final class BurstRun {

  private final int number;
  private final Faults faults;
  private final Progress progress;

  BurstRun(int number, Faults faults, Progress progress) {
    this.number = number;
    this.faults = faults;
    this.progress = progress;
  }

  /** Returns when all faults have ended. */
  List<Injection> run(Burst burst) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Callable<Injection>> injections = new ArrayList<>();
      burst.faults().forEach(planned -> injections.add(() -> inject(planned)));
      List<Injection> over = new ArrayList<>();
      for (Future<Injection> injection : threads.invokeAll(injections)) {
        over.add(result(injection));
      }
      return over;
    } finally {
      threads.shutdownNow();
    }
  }

  private Injection inject(PlannedFault planned) throws InterruptedException {
    sleep(planned.after());
    Fault fault = faults.of(planned);
    progress.say(planned.kind().word(), begins(planned));
    Instant begin = Instant.now();
    String failure = null;
    try {
      failure = failure(fault::begin);
      sleep(planned.length());
    } finally {
      String other = failure(fault::end);
      failure = failure == null ? other : failure;
    }
    Instant end = Instant.now();
    progress.say(planned.kind().word(), ends(Duration.between(begin, end), failure));
    return new Injection(number, planned, begin, end, failure, List.of());
  }

  private static String begins(PlannedFault planned) {
    String detail = planned.detail().isEmpty() ? "" : " (" + planned.detail() + ")";
    return "begins: " + planned.kind().sentence() + detail;
  }

  private static String ends(Duration after, @Nullable String failure) {
    String over = "is over after %.1f s".formatted(after.toMillis() / 1000.0);
    return failure == null ? over : over + ", FAILED: " + failure;
  }

  private static @Nullable String failure(Step step) throws InterruptedException {
    try {
      step.run();
      return null;
    } catch (IOException | RuntimeException e) {
      return e.toString();
    }
  }

  private static Injection result(Future<Injection> injection) throws InterruptedException {
    try {
      return injection.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void sleep(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }
}
