package io.tinyanalytics.e2e.fault;

import java.io.IOException;

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
}
