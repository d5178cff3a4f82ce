package io.tinyanalytics.e2e.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A small file system in memory. A ballast file fills it to the last byte and keeps it full. */
final class MemoryDisk implements CheckpointDisk {

  private static final long SIZE = 1024L * 1024 * 1024;
  private static final long ROOM = 1024L * 1024;
  private static final int TRIES = 10;
  private static final int PIECE = 64 * 1024;
  private static final Duration AGAIN = Duration.ofMillis(20);

  private final Path folder;
  private final Path ballast;
  private @Nullable ScheduledExecutorService filler;

  private MemoryDisk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /** Mounts the disk; empty if this user or this machine is not permitted to mount. */
  static Optional<MemoryDisk> mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String[] mount = {"mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString()};
    return run(mount).isEmpty() ? Optional.of(new MemoryDisk(folder)) : Optional.empty();
  }

  @Override
  public synchronized void fill() throws IOException, InterruptedException {
    if (filler == null) {
      shrink();
      filler = Executors.newSingleThreadScheduledExecutor();
      var unused =
          filler.scheduleWithFixedDelay(this::pour, 0, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void free() throws IOException, InterruptedException {
    if (filler != null) {
      filler.shutdown();
      filler.awaitTermination(1, TimeUnit.MINUTES);
      filler = null;
      Files.deleteIfExists(ballast);
      Optional<String> failure = resize(SIZE);
      if (failure.isPresent()) {
        throw new IOException(folder + " cannot grow again: " + failure.get());
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (filler != null) {
      filler.shutdownNow();
    }
    try {
      if (run("umount", folder.toString()).isPresent()) {
        Optional<String> failure = run("umount", "--lazy", folder.toString());
        if (failure.isPresent()) {
          throw new IOException(folder + " is still mounted: " + failure.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String title() {
    return "a file system of its own in memory, filled with ballast";
  }

  /**
   * Makes the file system small, so that filling it takes little memory. The job may write at the
   * same time.
   */
  private void shrink() throws IOException, InterruptedException {
    FileStore store = Files.getFileStore(folder);
    Optional<String> failure = Optional.of("never tried");
    for (int i = 0; failure.isPresent() && i < TRIES; i++) {
      failure = resize(store.getTotalSpace() - store.getUnallocatedSpace() + ROOM);
    }
    if (failure.isPresent()) {
      throw new IOException(folder + " cannot be shrunk: " + failure.get());
    }
  }

  /** Fills the disk again and again: the deletion of failed checkpoints frees space. */
  private void pour() {
    byte[] piece = new byte[PIECE];
    try (OutputStream out =
        Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(piece);
      }
    } catch (IOException full) {
      // the disk is full, as intended
    }
  }

  private Optional<String> resize(long bytes) throws IOException, InterruptedException {
    return run("mount", "-o", "remount,size=" + bytes, folder.toString());
  }

  /** Runs a command. Returns its output if it failed, and empty if it succeeded. */
  private static Optional<String> run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? Optional.empty() : Optional.of(output.strip());
  }
}
