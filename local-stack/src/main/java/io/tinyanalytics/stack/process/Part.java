package io.tinyanalytics.stack.process;

import java.io.IOException;

/** Describes one process of the stack: how to launch it and how to check its health. */
public interface Part extends Probe {
  /**
   * Checks that everything the process needs is installed.
   *
   * @throws IllegalStateException if not; the message says what to run
   */
  void requireInstalled();

  /** Prepares folders and settings, and returns how to start the process. */
  Launch launch() throws IOException;
}
