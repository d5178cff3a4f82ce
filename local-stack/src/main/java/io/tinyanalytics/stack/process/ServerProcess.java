package io.tinyanalytics.stack.process;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One running process of the stack. It is detached from the terminal: an interrupt or a closed
 * window reaches only the supervisor, which then stops the parts in order.
 */
public final class ServerProcess {
  private static final String DETACHED =
      "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"";
  private static final long OUTPUT_LIMIT_BYTES = 10_000_000;

  private final ProcessHandle handle;

  private ServerProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  public static ServerProcess start(Launch launch) throws IOException {
    return new ServerProcess(spawn(launch).toHandle());
  }

  /** Runs a program to its end and returns its exit code. */
  public static int run(Launch launch) throws IOException {
    var process = spawn(launch);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new InterruptedIOException("interrupted while waiting for " + launch.command());
    }
  }

  private static Process spawn(Launch launch) throws IOException {
    Files.createDirectories(launch.folder());
    rollOutput(launch);
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", DETACHED, "tiny-analytics"));
    command.addAll(launch.command());
    var builder = new ProcessBuilder(command).directory(launch.folder().toFile());
    builder.environment().putAll(launch.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.output().toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    return builder.start();
  }

  /** The process with this pid, whoever started it; empty if there is none. */
  public static Optional<ServerProcess> find(long pid) {
    return ProcessHandle.of(pid).map(ServerProcess::new);
  }

  public long pid() {
    return handle.pid();
  }

  /**
   * When the operating system started it. This distinguishes it from a later process with the same
   * pid.
   */
  public Instant startedAt() {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }

  /** The CPU time that all its threads have used so far. */
  public Duration cpu() {
    return handle.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  public boolean alive() {
    return handle.isAlive();
  }

  /** Returns when the process is gone. */
  public void awaitEnd() throws InterruptedException {
    try {
      handle.onExit().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end (SIGTERM) and does not wait. */
  public void terminate() {
    handle.destroy();
  }

  /** Asks it to end (SIGTERM) and, if it still lives after {@code patience}, kills it. */
  public void stop(Duration patience) {
    terminate();
    if (!endsWithin(patience)) {
      kill();
    }
  }

  /** Sends SIGKILL, and returns when the process is gone. */
  public void kill() {
    handle.destroyForcibly();
    endsWithin(Duration.ofSeconds(30));
  }

  private boolean endsWithin(Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillAlive) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rollOutput(Launch launch) throws IOException {
    var output = launch.output();
    Files.createDirectories(output.toAbsolutePath().getParent());
    if (Files.exists(output) && Files.size(output) > OUTPUT_LIMIT_BYTES) {
      var older = output.resolveSibling(output.getFileName() + ".1");
      Files.move(output, older, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
