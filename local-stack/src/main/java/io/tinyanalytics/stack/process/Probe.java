package io.tinyanalytics.stack.process;

import java.util.List;

/** Something that serves: what it is called, where, and whether it does right now. */
public interface Probe {
  /** Its word in progress lines, {@code status}, {@code logs} and the name of its log file. */
  String name();

  /** The ports it listens on, the one people use first. */
  List<Integer> ports();

  /** Asks the server itself; false too while it starts. Answers within seconds. */
  boolean healthy();
}
