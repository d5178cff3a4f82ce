package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.ledger.Ledger;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The checks to run when a load and all faults have ended. */
public final class Checks {

  private Checks() {}

  /** Waits until the job has caught up, then runs all checks. */
  public static List<CheckResult> run(Stack stack, Ledger ledger)
      throws IOException, InterruptedException {
    return run(stack, ledger, 0);
  }

  /**
   * Waits until the job has caught up, then runs all checks.
   *
   * @param garbage how many invalid messages were written to the topic without the edge
   */
  public static List<CheckResult> run(Stack stack, Ledger ledger, long garbage)
      throws IOException, InterruptedException {
    JournalTable.fill(stack, ledger.journal());
    List<CheckResult> results = new ArrayList<>();
    results.add(new CaughtUp(stack).run());
    for (Check check : checks(stack, ledger, garbage)) {
      results.add(check.run());
    }
    results.add(new VisitsAgree(stack).run());
    results.add(new AuditAgrees(stack).run());
    return results;
  }

  /** The checks that are fast if nothing is wrong. */
  static List<Check> checks(Stack stack, Ledger ledger, long garbage) {
    List<Check> checks = new ArrayList<>();
    checks.add(new OffsetsAddUp(stack));
    checks.addAll(LedgerAgrees.checks(stack));
    checks.add(new GarbageIsDiscarded(stack, garbage));
    checks.add(new ProjectionsAgree(stack));
    checks.add(new ReportAgrees(stack, ledger));
    checks.add(new FreshnessHolds(ledger));
    checks.add(new FreshnessReturns(stack, ledger));
    return checks;
  }
}
