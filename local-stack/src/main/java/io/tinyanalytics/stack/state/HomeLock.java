package io.tinyanalytics.stack.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock on a home folder that one process can hold at a time. It is released when the process
 * ends, however it ends.
 */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The supervisor's lock on the home folder; empty if another process holds it. */
  public static Optional<HomeLock> take(Path home) throws IOException {
    return lock(home.resolve("run/lock"));
  }

  /** The lock of a command that changes the job; empty if another command holds it. */
  public static Optional<HomeLock> takeForChange(Path home) throws IOException {
    return lock(home.resolve("run/change.lock"));
  }

  private static Optional<HomeLock> lock(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new HomeLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
