package io.tinyanalytics.stack.process;

import java.util.List;

/** A server: its name, its ports, and whether it is healthy. */
public interface Probe {
  /** The name in progress lines, in {@code status} and {@code logs}, and of the log file. */
  String name();

  /** The ports that it listens on; the first one is the one that users need. */
  List<Integer> ports();

  /** Asks the server itself. False also while it starts. Returns within seconds. */
  boolean healthy();
}
