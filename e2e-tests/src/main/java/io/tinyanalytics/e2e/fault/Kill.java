package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/** SIGKILL of a part; its supervisor starts it again. */
record Kill(Processes processes, String part) implements Fault {

  @Override
  public void begin() throws IOException, InterruptedException {
    Processes.signal("KILL", processes.await(part));
  }
}
