package io.tinyanalytics.stack.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Lets one process at a time do something in a home; its death, whatever it is, frees the lock. */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** For the supervisor, who owns the home; empty if another process does. */
  public static Optional<HomeLock> take(Path home) throws IOException {
    return lock(home.resolve("run/lock"));
  }

  /** For a command that changes the job; empty if another one does. */
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
