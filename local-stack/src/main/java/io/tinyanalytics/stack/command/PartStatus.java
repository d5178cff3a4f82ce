package io.tinyanalytics.stack.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code status}.
 *
 * @param state healthy, starting, unhealthy (the process runs but does not serve), dead, or stopped
 * @param pid null if the stack runs no process for it
 */
record PartStatus(String name, String state, @Nullable Long pid, List<Integer> ports) {
  static final String HEALTHY = "healthy";
  static final String STARTING = "starting";
  static final String UNHEALTHY = "unhealthy";
  static final String DEAD = "dead";
  static final String STOPPED = "stopped";

  PartStatus {
    ports = List.copyOf(ports);
  }
}
