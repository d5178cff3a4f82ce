package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/** Something to break. Faults overlap, so each must stand what the others do meanwhile. */
public interface Fault {

  /** Breaks it. What happens at once, or takes as long as it takes, is over on return. */
  void begin() throws IOException, InterruptedException;

  /** Mends what {@link #begin} broke, as far as it is still broken. */
  default void end() throws IOException, InterruptedException {}
}
