package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends page views of one site in the background and keeps account of them. A batch is sent again,
 * under the same ids, until the edge has acknowledged it; so in the end each of them must be stored
 * exactly once.
 */
final class Ledger implements AutoCloseable {

  private static final int BATCH = 20;
  private static final Duration PERIOD = Duration.ofMillis(40);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Stack stack;
  private final String site;
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final ScheduledFuture<?> sending;

  /** Begins to send 500 events a second. */
  Ledger(Stack stack, String site) {
    this.stack = stack;
    this.site = site;
    this.sending =
        sender.scheduleAtFixedRate(this::send, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /** How many requests were not answered with 202. */
  int refused() {
    return refused.get();
  }

  /** Waits until this many more events are acknowledged. */
  void awaitMore(int events) {
    int goal = acknowledged.get() + events;
    await().atMost(Stack.PATIENCE).until(() -> sending.isDone() || acknowledged.get() >= goal);
    assertThat(acknowledged.get()).isGreaterThanOrEqualTo(goal);
  }

  /** Ends sending, and waits until all that was acknowledged is stored, each exactly once. */
  void settle() throws Exception {
    awaitMore(BATCH); // what was sent before a fault and not acknowledged is sent again
    sending.cancel(false);
    sender.shutdown();
    assertThat(sender.awaitTermination(TIMEOUT.toSeconds() + 1, TimeUnit.SECONDS)).isTrue();
    int events = acknowledged.get();
    String counts =
        "SELECT count(), uniqExact(event_id) FROM analytics.events WHERE site_id = '%s'"
            .formatted(site);
    await()
        .atMost(Stack.PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(() -> assertThat(stack.sql(counts)).containsExactly(events + "\t" + events));
  }

  @Override
  public void close() {
    sender.shutdownNow();
  }

  /** Sends the next batch; if it is not acknowledged, the next call sends the same again. */
  private void send() {
    try {
      if (isAcknowledged(batch(acknowledged.get()))) {
        acknowledged.addAndGet(BATCH);
      } else {
        refused.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAcknowledged(HttpRequest request) throws InterruptedException {
    try {
      return stack.send(request).statusCode() == 202;
    } catch (IOException e) {
      return false; // the edge died, or its answer was lost
    }
  }

  private HttpRequest batch(int from) {
    String events =
        IntStream.range(from, from + BATCH)
            .mapToObj(this::event)
            .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    return HttpRequest.newBuilder(stack.collect("/v1/collect/batch"))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-TA-API-Key", site + "-key")
        .POST(BodyPublishers.ofString(events))
        .build();
  }

  private String event(int number) {
    return """
        {"site_id":"%1$s","event_name":"pageview","event_id":"%1$s-%2$d","url":"https://example.com/%3$d","user_id":"u-%4$d"}"""
        .formatted(site, number, number % 10, number % 100);
  }
}
