package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.stack.RawTopic;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until every offset is stored. Gives up when nothing has been stored for a while. */
final class CaughtUp implements Check {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration QUIET = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final String OFFSETS =
      """
      SELECT uniqExact(_kafka_partition, _kafka_offset) FROM
      (
          SELECT _kafka_partition, _kafka_offset FROM analytics.events
          UNION ALL
          SELECT _kafka_partition, _kafka_offset FROM analytics.discards
      )\
      """;

  private final Stack stack;
  private final RawTopic topic;

  CaughtUp(Stack stack) {
    this.stack = stack;
    this.topic = new RawTopic(stack);
  }

  @Override
  public String name() {
    return "the job catches up";
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    long messages = figures.put("messages", topic.messages());
    long begin = System.nanoTime();
    long lastNew = begin;
    long stored = 0;
    while (stored < messages
        && System.nanoTime() - lastNew < QUIET.toNanos()
        && System.nanoTime() - begin < LONGEST.toNanos()) {
      long now = Long.parseLong(stack.sql(OFFSETS).get(0));
      if (now > stored) {
        lastNew = System.nanoTime();
        stored = now;
      }
      if (stored < messages) {
        TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      }
    }
    figures.put("lag", messages - stored);
    figures.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    return stored >= messages;
  }
}
