package io.tinyanalytics.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Kills the JobManager and damages the newest checkpoint before it is back: it cannot be restored,
 * and the one before it must do.
 */
record CorruptCheckpoint(Processes processes, Path checkpoints, boolean truncated)
    implements Fault {

  private static final int FLIPPED = 64;

  @Override
  public void begin() throws IOException, InterruptedException {
    ProcessHandle jobManager = processes.await("jobmanager");
    Processes.signal("KILL", jobManager);
    jobManager.onExit().join();
    Path metadata = newest();
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
    Files.setLastModifiedTime(metadata, written); // it goes on being the newest, no more
  }

  private Path newest() throws IOException {
    try (Stream<Path> files = Files.walk(checkpoints, 3)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparing(CorruptCheckpoint::writtenAt))
          .orElseThrow(() -> new IOException("there is no checkpoint in " + checkpoints));
    }
  }

  private static FileTime writtenAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
