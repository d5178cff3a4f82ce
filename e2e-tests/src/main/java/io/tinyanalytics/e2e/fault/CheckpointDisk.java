package io.tinyanalytics.e2e.fault;

import java.io.IOException;
import java.nio.file.Path;

/** Where the checkpoints lie: a disk that can be full. */
public interface CheckpointDisk extends AutoCloseable {

  /** No checkpoint can be written from now on; those that are there can be read. */
  void fill() throws IOException, InterruptedException;

  void free() throws IOException, InterruptedException;

  /** Leaves nothing behind; nobody may use the folder any more. */
  @Override
  void close() throws IOException;

  /** What it is, for the report. */
  String title();

  /**
   * The best one that this machine permits.
   *
   * @param home of a stack that does not run yet
   */
  static CheckpointDisk at(Path home) throws IOException, InterruptedException {
    return MemoryDisk.mount(home.resolve("checkpoints"))
        .<CheckpointDisk>map(disk -> disk)
        .orElseGet(() -> new FileSizeLimit(new Processes(home)));
  }
}
