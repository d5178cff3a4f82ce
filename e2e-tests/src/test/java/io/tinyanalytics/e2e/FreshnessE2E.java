package io.tinyanalytics.e2e;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.stack.Stack;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long it takes from 202 until the query API counts the event, at a steady rate. */
@ExtendWith(RunningStack.class)
final class FreshnessE2E {

  private static final int EVENTS_PER_SECOND = 200;
  private static final int EVENTS = 20 * EVENTS_PER_SECOND;

  @Test
  void showsEventsSoonAfterTheyWereAccepted(Stack stack) throws Exception {
    List<Long> acceptedAt = new CopyOnWriteArrayList<>();
    ScheduledExecutorService sender = Executors.newScheduledThreadPool(4);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        long due = i * SECONDS.toNanos(1) / EVENTS_PER_SECOND;
        HttpRequest event = pageview(stack, i);
        sent.add(sender.schedule(() -> send(stack, event, acceptedAt), due, NANOSECONDS));
      }
      List<Long> waits = observe(stack, acceptedAt);
      for (Future<?> event : sent) {
        event.get();
      }

      waits.sort(null);
      System.out.printf(
          "Freshness: %d events at %d/s, from 202 to the query API: p50 %d ms, p99 %d ms%n",
          waits.size(),
          EVENTS_PER_SECOND,
          waits.get(waits.size() / 2),
          waits.get(waits.size() * 99 / 100));
      assertThat(waits).hasSize(EVENTS);
    } finally {
      sender.shutdownNow();
    }
  }

  /**
   * Watches the count grow; the n-th event to be counted is taken for the n-th to be accepted.
   *
   * @return each event's wait in milliseconds
   */
  private static List<Long> observe(Stack stack, List<Long> acceptedAt) throws Exception {
    List<Long> waits = new ArrayList<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    long deadline = System.nanoTime() + Stack.PATIENCE.toNanos();
    while (waits.size() < EVENTS && System.nanoTime() < deadline) {
      long counted =
          stack.total(
              "pageviews",
              "freshness",
              today.minusDays(1).toString(),
              today.plusDays(1).toString());
      long now = System.nanoTime();
      while (waits.size() < Math.min(counted, acceptedAt.size())) {
        waits.add(NANOSECONDS.toMillis(now - acceptedAt.get(waits.size())));
      }
    }
    return waits;
  }

  private static Void send(Stack stack, HttpRequest event, List<Long> acceptedAt) throws Exception {
    assertThat(stack.send(event).statusCode()).isEqualTo(202);
    acceptedAt.add(System.nanoTime());
    return null;
  }

  private static HttpRequest pageview(Stack stack, int number) {
    String body =
        """
        {"site_id":"freshness","event_name":"pageview","url":"https://example.com/%d"}"""
            .formatted(number % 50);
    return HttpRequest.newBuilder(stack.collect("/v1/collect"))
        .header("Content-Type", "application/json")
        .header("X-TA-API-Key", "freshness-key")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
