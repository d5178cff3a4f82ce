package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/** Kills a part with SIGKILL. The supervisor restarts it. */
record Kill(Processes processes, String part) implements Fault {

  @Override
  public void begin() throws IOException, InterruptedException {
    Processes.signal("KILL", processes.await(part));
  }
}
