package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/** A fault that can be injected. Faults overlap, so each must work while others are active. */
public interface Fault {

  /** Injects the fault. A fault without a set length has ended when this returns. */
  void begin() throws IOException, InterruptedException;

  /** Ends the fault: repairs what {@link #begin} broke, if it is still broken. */
  default void end() throws IOException, InterruptedException {}
}
