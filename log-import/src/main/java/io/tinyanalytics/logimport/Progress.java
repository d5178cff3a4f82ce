package io.tinyanalytics.logimport;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Says how far a log has been read, not more than once in two seconds. */
final class Progress {
  private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

  private final long bytes;
  private final PrintStream messages;
  private long lastNanos = System.nanoTime();

  /**
   * @param bytes how long the log is
   */
  Progress(long bytes, PrintStream messages) {
    this.bytes = bytes;
    this.messages = messages;
  }

  void at(long bytesRead, Supplier<String> what) {
    long now = System.nanoTime();
    if (now - lastNanos >= PAUSE_NANOS) {
      lastNanos = now;
      messages.printf("%3d %% %s%n", 100 * bytesRead / Math.max(1, bytes), what.get());
    }
  }
}
