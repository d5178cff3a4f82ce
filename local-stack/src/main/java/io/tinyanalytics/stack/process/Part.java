package io.tinyanalytics.stack.process;

import java.io.IOException;

/** One process of the stack as a description: how it is launched and how it says that it serves. */
public interface Part extends Probe {
  /**
   * Looks whether everything that the process consists of is there.
   *
   * @throws IllegalStateException if not; the message says what to run
   */
  void requireInstalled();

  /** Prepares folder and settings, and says how to start the process. */
  Launch launch() throws IOException;
}
