package io.tinyanalytics.logimport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pauses of one batch; each is announced before it is made. */
final class Backoff {
  private final Patience patience;
  private final Messages messages;
  private Duration next;
  private Duration waited = Duration.ZERO;

  Backoff(Patience patience, Messages messages) {
    this.patience = patience;
    this.messages = messages;
    this.next = patience.firstPause();
  }

  /**
   * Waits before the next try.
   *
   * @param why a sentence without its full stop
   * @param asked how long the edge asked to be left alone, or null
   * @throws ImportException if the patience is at its end
   */
  void pause(String why, @Nullable Duration asked) throws ImportException, InterruptedException {
    var pause = asked != null && asked.compareTo(next) > 0 ? asked : next;
    if (waited.plus(pause).compareTo(patience.limit()) > 0) {
      throw new ImportException(
          why + ". Nothing is lost: the same command goes on where this one stops.");
    }
    messages.say("%s; trying again in %.1f s".formatted(why, pause.toMillis() / 1000.0));
    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    waited = waited.plus(pause);
    var doubled = next.multipliedBy(2);
    next = doubled.compareTo(patience.longestPause()) > 0 ? patience.longestPause() : doubled;
  }
}
