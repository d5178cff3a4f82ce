package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/** Makes the checkpoint disk full. */
record FullDisk(CheckpointDisk disk) implements Fault {

  @Override
  public void begin() throws IOException, InterruptedException {
    disk.fill();
  }

  @Override
  public void end() throws IOException, InterruptedException {
    disk.free();
  }
}
