package io.tinyanalytics.stack.process;

import java.io.IOException;

/** One process of the stack as a description: how it is launched and how it says that it serves. */
public interface Part extends Probe {
  /** Prepares folder and settings, and says how to start the process. */
  Launch launch() throws IOException;
}
