package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.stack.Command;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;

/** Runs the product's own audit of rows and of their values. */
final class AuditAgrees implements Check {

  static final String NAME = "the audit is clean";

  private static final String WAIT_SECONDS = "10";

  private final Stack stack;

  AuditAgrees(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    Command audit = stack.script("scripts/audit", "--values", "--wait", WAIT_SECONDS);
    figures.put("exit_code", audit.exitCode());
    if (audit.exitCode() != 0) {
      figures.put("says", lastLine(audit.output()));
    }
    return audit.exitCode() == 0;
  }

  private static String lastLine(String text) {
    String[] lines = text.strip().split("\n", -1);
    return lines[lines.length - 1];
  }
}
