package io.tinyanalytics.pipeline.clickhouse;

import java.time.Duration;

/**
 * The pause before the next try: twice the last one, up to a bound, so that an outage of any length
 * ends within seconds of ClickHouse's return. An interrupt ends the pause at once.
 */
public final class BackOff {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = FIRST;

  /** Waits; each wait is twice as long as the one before it, and at most two seconds. */
  public void pause() throws InterruptedException {
    Thread.sleep(next.toMillis());
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
