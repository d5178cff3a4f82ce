package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.process.RunningPart;
import io.tinyanalytics.stack.state.RecordedProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one part running: starts it, restarts it whenever it dies, and stops it. */
final class PartKeeper {
  private static final Duration STARTING = Duration.ofSeconds(90);
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private final Part part;
  private final Progress progress;
  private final Runnable changed;
  private final BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5));
  private @Nullable RunningPart running;
  private boolean stopping;

  /**
   * Creates a keeper; nothing is started yet.
   *
   * @param changed called after every change of the process
   */
  PartKeeper(Part part, Progress progress, Runnable changed) {
    this.part = part;
    this.progress = progress;
    this.changed = changed;
  }

  /** Starts the process and returns when it is healthy. */
  void start() throws IOException {
    var begin = System.nanoTime();
    launch().awaitHealthy(STARTING);
    progress.say(part.name(), "ready", Duration.ofNanos(System.nanoTime() - begin));
  }

  /**
   * Restarts the part whenever it dies. Returns only when the thread is interrupted or the part was
   * stopped.
   */
  void keep() throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      var begin = System.nanoTime();
      var died = awaitDeath();
      if (died.isEmpty()) {
        return;
      }
      var pause = backOff.after(Duration.ofNanos(System.nanoTime() - begin));
      progress.say(part.name(), "died (pid " + died.get() + "), starting it again");
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      restart();
    }
  }

  /** Stops the process for good. */
  void stop() {
    RunningPart last;
    synchronized (this) {
      stopping = true;
      last = running;
    }
    if (last != null) {
      last.process().stop(STOPPING);
      progress.say(part.name(), "stopped");
    }
  }

  synchronized Optional<RecordedProcess> recorded() {
    return Optional.ofNullable(running)
        .map(it -> RecordedProcess.of(part.name(), it.process(), part.ports()));
  }

  private void restart() {
    try {
      start();
    } catch (IOException notServing) {
      progress.say(part.name(), "not ready: " + notServing.getMessage());
      kill();
    }
  }

  private RunningPart launch() throws IOException {
    var prepared = part.launch();
    RunningPart started;
    synchronized (this) {
      if (stopping) {
        throw new IOException(part.name() + " is being stopped.");
      }
      started = RunningPart.start(part, prepared);
      running = started;
    }
    changed.run();
    return started;
  }

  /** Waits for the process to die and returns its pid; empty if it was stopped on purpose. */
  private Optional<Long> awaitDeath() throws InterruptedException {
    var watched = current();
    if (watched == null) {
      return Optional.empty();
    }
    watched.process().awaitEnd();
    synchronized (this) {
      return stopping ? Optional.empty() : Optional.of(watched.process().pid());
    }
  }

  private synchronized @Nullable RunningPart current() {
    return running;
  }

  private void kill() {
    var last = current();
    if (last != null) {
      last.process().kill();
    }
  }
}
