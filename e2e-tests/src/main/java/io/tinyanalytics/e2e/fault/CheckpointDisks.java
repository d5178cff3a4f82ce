package io.tinyanalytics.e2e.fault;

import java.io.IOException;
import java.nio.file.Path;

/** Chooses a disk for checkpoints. */
public final class CheckpointDisks {

  private CheckpointDisks() {}

  /**
   * The best one that this machine permits.
   *
   * @param home of a stack that does not run yet
   */
  public static CheckpointDisk in(Path home) throws IOException, InterruptedException {
    return MemoryDisk.mount(home.resolve("checkpoints"))
        .<CheckpointDisk>map(disk -> disk)
        .orElseGet(() -> new FileSizeLimit(new Processes(home)));
  }
}
