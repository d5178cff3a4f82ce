package io.tinyanalytics.e2e.check;

import java.io.IOException;

/** One condition that must hold. */
interface Check {

  /** The condition, as a sentence. */
  String name();

  /** Returns whether the condition holds, and records what was found. */
  boolean holds(Figures figures) throws IOException, InterruptedException;

  /** Runs the check. It fails if a part of the stack does not answer. */
  default CheckResult run() throws InterruptedException {
    Figures figures = new Figures();
    boolean holds = false;
    try {
      holds = holds(figures);
    } catch (IOException | RuntimeException e) {
      figures.put("error", e.toString());
    }
    return new CheckResult(name(), holds, figures.byName());
  }
}
