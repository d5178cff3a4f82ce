package io.tinyanalytics.e2e.fault;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stops a part with SIGSTOP and resumes it with SIGCONT. The part does not notice the time between.
 */
final class Freeze implements Fault {

  private final Processes processes;
  private final String part;
  private @Nullable ProcessHandle frozen;

  Freeze(Processes processes, String part) {
    this.processes = processes;
    this.part = part;
  }

  @Override
  public void begin() throws IOException, InterruptedException {
    ProcessHandle process = processes.await(part);
    frozen = process;
    Processes.signal("STOP", process);
  }

  @Override
  public void end() throws IOException, InterruptedException {
    if (frozen != null) {
      Processes.signal("CONT", frozen);
    }
  }
}
