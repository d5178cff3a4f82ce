package io.tinyanalytics.e2e;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How soon the query API counts an event after 202, and what it says of its own freshness. */
@ExtendWith(RunningStack.class)
final class FreshnessE2E {

  private static final int EVENTS_PER_SECOND = 200;
  private static final int EVENTS = 20 * EVENTS_PER_SECOND;

  /**
   * An answer of the query API.
   *
   * @param at when it was read
   * @param views how many events it counts
   * @param dataAsOf before which every accepted event is in it, as it says; the epoch if it says
   *     nothing
   */
  private record Answer(Instant at, long views, Instant dataAsOf) {}

  @Test
  void showsEventsSoonAfterTheyWereAcceptedAndNeverLessThanItSays(Stack stack) throws Exception {
    List<Instant> acceptedAt = new CopyOnWriteArrayList<>();
    ScheduledExecutorService sender = Executors.newScheduledThreadPool(4);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        long due = i * SECONDS.toNanos(1) / EVENTS_PER_SECOND;
        HttpRequest event = pageview(stack, i);
        sent.add(sender.schedule(() -> send(stack, event, acceptedAt), due, NANOSECONDS));
      }
      List<Answer> answers = observe(stack, acceptedAt);
      for (Future<?> event : sent) {
        event.get();
      }

      List<Instant> accepted = acceptedAt.stream().sorted().toList();
      assertThat(answers)
          .isSortedAccordingTo(Comparator.comparing(Answer::dataAsOf))
          .allMatch(answer -> answer.views() >= before(accepted, answer.dataAsOf()));
      assertThat(answers.get(answers.size() - 1).views()).isEqualTo(EVENTS);
      print("from 202 to the query API", waits(accepted, answers));
      print(
          "behind, by the query API's own word",
          answers.stream().map(answer -> Duration.between(answer.dataAsOf(), answer.at())));
    } finally {
      sender.shutdownNow();
    }
  }

  /** Asks until an answer says that it has everything that was sent. */
  private static List<Answer> observe(Stack stack, List<Instant> acceptedAt) {
    List<Answer> answers = new ArrayList<>();
    await()
        .atMost(Stack.PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              Answer answer = ask(stack);
              answers.add(answer);
              return acceptedAt.size() == EVENTS
                  && acceptedAt.stream().allMatch(answer.dataAsOf()::isAfter);
            });
    return answers;
  }

  private static Answer ask(Stack stack) throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    JsonNode report =
        stack.report(
            "pageviews?site_id=freshness&bots=true&from=%s&to=%s"
                .formatted(today.minusDays(1), today.plusDays(1)));
    Instant at = Instant.now();
    long views = 0;
    for (JsonNode day : report.path("series")) {
      views += day.path("value").asLong();
    }
    String dataAsOf = report.path("meta").path("data_as_of").asText(Instant.EPOCH.toString());
    return new Answer(at, views, Instant.parse(dataAsOf));
  }

  private static long before(List<Instant> accepted, Instant instant) {
    return accepted.stream().filter(at -> at.isBefore(instant)).count();
  }

  /** The n-th event to be counted is taken for the n-th to be accepted. */
  private static Stream<Duration> waits(List<Instant> accepted, List<Answer> answers) {
    List<Duration> waits = new ArrayList<>();
    for (Answer answer : answers) {
      while (waits.size() < answer.views()) {
        waits.add(Duration.between(accepted.get(waits.size()), answer.at()));
      }
    }
    return waits.stream();
  }

  private static void print(String what, Stream<Duration> durations) {
    List<Long> millis = durations.map(Duration::toMillis).sorted().toList();
    System.out.printf(
        "Freshness at %d/s, %s: p50 %d ms, p99 %d ms, most %d ms%n",
        EVENTS_PER_SECOND,
        what,
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 99 / 100),
        millis.get(millis.size() - 1));
  }

  private static Void send(Stack stack, HttpRequest event, List<Instant> acceptedAt)
      throws Exception {
    assertThat(stack.send(event).statusCode()).isEqualTo(202);
    acceptedAt.add(Instant.now());
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
