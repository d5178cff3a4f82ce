package io.tinyanalytics.logimport;

import java.time.Duration;
import java.util.function.Supplier;

/** Says how far a log has been read, not more than once in two seconds. */
final class Progress {
  private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

  private final Messages messages;
  private long lastNanos = System.nanoTime();

  Progress(Messages messages) {
    this.messages = messages;
  }

  void at(Supplier<String> what) {
    long now = System.nanoTime();
    if (now - lastNanos >= PAUSE_NANOS) {
      lastNanos = now;
      messages.say(what.get());
    }
  }
}
