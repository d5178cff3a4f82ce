package io.tinyanalytics.e2e.fault;

import io.tinyanalytics.e2e.stack.Checkpoints;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * Kills the JobManager and damages the newest checkpoint before the JobManager is restarted. The
 * job cannot be restored from it and must use the one before.
 */
record CorruptCheckpoint(Processes processes, Path home, boolean truncated) implements Fault {

  private static final int FLIPPED = 64;

  @Override
  public void begin() throws IOException, InterruptedException {
    ProcessHandle jobManager = processes.await("jobmanager");
    Processes.signal("KILL", jobManager);
    jobManager.onExit().join();
    Path metadata = Checkpoints.ofNewestJob(home).get(0).resolve("_metadata");
    FileTime written = Files.getLastModifiedTime(metadata);
    if (truncated) {
      try (FileChannel file = FileChannel.open(metadata, StandardOpenOption.WRITE)) {
        file.truncate(file.size() / 2);
      }
    } else {
      byte[] bytes = Files.readAllBytes(metadata);
      for (int i = 0; i < Math.min(FLIPPED, bytes.length); i++) {
        bytes[i] ^= (byte) 0xff;
      }
      Files.write(metadata, bytes);
    }
    Files.setLastModifiedTime(metadata, written); // so that it stays the newest checkpoint
  }
}
