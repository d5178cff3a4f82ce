package io.tinyanalytics.e2e.check;

import java.io.IOException;

/** One thing that must hold. */
interface Check {

  /** What must hold, as a sentence. */
  String name();

  /** Whether it holds; notes what was found. */
  boolean holds(Figures figures) throws IOException, InterruptedException;

  /** Checks; a part that cannot be asked is no pass. */
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
