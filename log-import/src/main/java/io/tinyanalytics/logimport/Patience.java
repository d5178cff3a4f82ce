package io.tinyanalytics.logimport;

import java.time.Duration;

/**
 * How often and how long a batch is tried again. The pauses double from the first to the longest;
 * the edge may ask for longer ones.
 *
 * @param limit the longest wait for one batch, all its pauses together
 */
record Patience(Duration firstPause, Duration longestPause, Duration limit) {

  /** Outlasts a restart of the edge or of Kafka. */
  static final Patience DEFAULT =
      new Patience(Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofMinutes(2));
}
