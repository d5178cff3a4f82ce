package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.util.List;

/** One process of the stack as a description: how it is launched and how it says that it serves. */
public interface Part {
  /** Its word in progress lines, {@code status}, {@code logs} and the name of its log file. */
  String name();

  /** The ports it listens on, the one people use first. */
  List<Integer> ports();

  /** Prepares folder and settings, and says how to start the process. */
  Launch launch() throws IOException;

  /** Asks the server itself; false too while it starts. Answers within seconds. */
  boolean healthy();
}
