package io.tinyanalytics.pipeline.clickhouse;

import java.time.Duration;

/**
 * The pause before the next attempt. Each pause is twice as long as the last, up to a limit, so
 * that the job recovers within seconds after ClickHouse returns, however long the outage was. An
 * interrupt ends the pause at once.
 */
public final class BackOff {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = FIRST;

  /** Waits twice as long as the last time, and at most two seconds. */
  public void pause() throws InterruptedException {
    Thread.sleep(next.toMillis());
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
