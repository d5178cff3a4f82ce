package io.tinyanalytics.stack.supervise;

import java.time.Duration;

/**
 * How long to wait before the next try. The wait doubles from {@code first} up to {@code longest},
 * and starts again at {@code first} after a try that held for a while.
 */
final class BackOff {
  private static final Duration HELD = Duration.ofSeconds(60);

  private final Duration first;
  private final Duration longest;
  private Duration next;

  BackOff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /**
   * Returns the wait before the next try.
   *
   * @param held how long the last try held
   */
  Duration after(Duration held) {
    if (held.compareTo(HELD) >= 0) {
      next = first;
    }
    var due = next;
    var doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return due;
  }
}
