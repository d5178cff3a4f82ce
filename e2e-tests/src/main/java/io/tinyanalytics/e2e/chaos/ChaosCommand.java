package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.plan.Burst;
import io.tinyanalytics.e2e.plan.Plan;
import io.tinyanalytics.e2e.plan.PlannedFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./scripts/chaos}. Exits with 0 if every check passed, 1 if any check failed, 2 if the run
 * could not be carried out.
 */
public final class ChaosCommand {

  private final ChaosOptions options;
  private final Progress progress = new Progress(System.out);

  private ChaosCommand(ChaosOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    try {
      return new ChaosCommand(ChaosOptions.of(arguments)).run();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
    } catch (IOException | IllegalStateException failed) {
      System.err.println("The run could not be carried out: " + failed.getMessage());
    }
    return 2;
  }

  private int run() throws IOException, InterruptedException {
    Plan plan = Plan.of(options.seed(), options.minutes());
    show(plan);
    ReportFolder report = ReportFolder.empty(options.report());
    Path home = Files.createTempDirectory("tiny-analytics-chaos");
    try (ChaosStack stack = ChaosStack.in(Path.of("").toAbsolutePath(), home)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stack), "clean up"));
      return isGreen(plan, stack, report) ? 0 : 1;
    }
  }

  private boolean isGreen(Plan plan, ChaosStack stack, ReportFolder report)
      throws IOException, InterruptedException {
    boolean green = false;
    try {
      progress.say("stack", "starts in " + stack.stack().home());
      stack.start();
      progress.say("stack", "is up");
      Result result = new ChaosRun(plan, stack, report.folder(), progress).run();
      report.write(result);
      show(result);
      green = result.passed();
    } finally {
      if (!green) {
        report.keepLogs(stack.stack().home().resolve("logs"));
      }
      progress.line("Report: " + report.page());
    }
    return green;
  }

  /** Removes the stack also on Ctrl-C. */
  private static void close(ChaosStack stack) {
    try {
      stack.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void show(Plan plan) {
    progress.line(
        "Seed %d, %d minutes: %d faults of %d kinds in %d bursts"
            .formatted(
                plan.seed(),
                plan.minutes(),
                plan.faults().size(),
                plan.kinds().size(),
                plan.bursts().size()));
    int number = 1;
    for (Burst burst : plan.bursts()) {
      progress.line("  burst " + number++);
      for (PlannedFault fault : burst.faults()) {
        progress.line("    " + fault);
      }
    }
  }

  private void show(Result result) {
    progress.line("");
    result.checks().forEach(check -> progress.line(check.toString()));
    progress.line("");
    progress.line(PageReport.verdict(result));
  }
}
