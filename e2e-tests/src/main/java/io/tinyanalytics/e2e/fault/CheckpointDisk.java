package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/** The disk of the checkpoints, which can be made full. */
public interface CheckpointDisk extends AutoCloseable {

  /** Makes the disk full: no new checkpoint can be written, but existing ones can be read. */
  void fill() throws IOException, InterruptedException;

  void free() throws IOException, InterruptedException;

  /** Removes the disk. Nothing may use its folder any more. */
  @Override
  void close() throws IOException;

  /** Describes the disk, for the report. */
  String title();
}
