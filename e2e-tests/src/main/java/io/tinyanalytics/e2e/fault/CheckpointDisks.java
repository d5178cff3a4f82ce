package io.tinyanalytics.e2e.fault;

import java.io.IOException;
import java.nio.file.Path;

/** Chooses the disk for checkpoints. */
public final class CheckpointDisks {

  private CheckpointDisks() {}

  /**
   * Returns the most realistic disk that this machine permits.
   *
   * @param home the data folder of a stack that does not run yet
   */
  public static CheckpointDisk in(Path home) throws IOException, InterruptedException {
    return MemoryDisk.mount(home.resolve("checkpoints"))
        .<CheckpointDisk>map(disk -> disk)
        .orElseGet(() -> new FileSizeLimit(new Processes(home)));
  }
}
