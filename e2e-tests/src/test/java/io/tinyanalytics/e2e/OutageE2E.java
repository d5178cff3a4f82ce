package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.fault.Processes;
import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.e2e.stack.StackJob;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * ClickHouse stays away for as many minutes as {@code -Doutage.minutes} says, or some seconds: the
 * edge takes every event meanwhile, and the job makes up for the time by itself.
 */
@ExtendWith(RunningStack.class)
final class OutageE2E {

  private static final Duration OUTAGE =
      Optional.ofNullable(Long.getLong("outage.minutes"))
          .map(Duration::ofMinutes)
          .orElse(Duration.ofSeconds(20));

  /** So many events were stored at that time. */
  private record Stored(long events, long nanos) {

    double secondsSince(Stored earlier) {
      return (nanos - earlier.nanos) / 1e9;
    }
  }

  @Test
  void storesEachEventOnceAfterClickHouseWasAway(Stack stack) throws Exception {
    StackJob job = new StackJob(stack);
    try (Ledger ledger = new Ledger(stack, "outage")) {
      ledger.awaitMore(500);
      stack.awaitHealthy();
      String sameJob = job.running().orElseThrow();
      int acknowledgedBefore = ledger.acknowledged();
      Stored before = stored(stack);
      keepAway(stack);

      Stored atReturn = awaitStored(stack, 0);
      int acknowledged = ledger.acknowledged();
      int missed = acknowledged - acknowledgedBefore;
      assertThat(acknowledged - atReturn.events()).isGreaterThan(missed / 2);
      Stored first = awaitStored(stack, atReturn.events() + 1);
      Stored caughtUp = awaitStored(stack, acknowledged);
      ledger.settle();

      assertThat(ledger.refused()).isZero();
      assertThat(job.running()).contains(sameJob);
      print(atReturn.secondsSince(before), missed, atReturn, first, caughtUp);
    }
    Audit.isClean(stack);
  }

  /** Its supervisor starts it again and again, and it is killed before it serves. */
  private static void keepAway(Stack stack) {
    Processes processes = new Processes(stack.home());
    await()
        .atMost(OUTAGE.plus(Stack.PATIENCE))
        .during(OUTAGE)
        .untilAsserted(() -> processes.await("clickhouse").destroyForcibly());
  }

  private static Stored awaitStored(Stack stack, long events) {
    return await()
        .atMost(Stack.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> stored(stack), stored -> stored.events() >= events);
  }

  private static Stored stored(Stack stack) throws IOException, InterruptedException {
    String count =
        stack.sql("SELECT count() FROM analytics.events WHERE site_id = 'outage'").get(0);
    return new Stored(Long.parseLong(count), System.nanoTime());
  }

  private static void print(
      double away, int missed, Stored atReturn, Stored first, Stored caughtUp) {
    double input = missed / away;
    double seconds = caughtUp.secondsSince(atReturn);
    double rate = (caughtUp.events() - atReturn.events()) / seconds;
    System.out.printf(
        "Outage of %.0f s at %.0f events/s: the first new row came %.1f s after the return,"
            + " the last missed one after %.1f s; that is %.0f events/s, %.1f times the input%n",
        away, input, first.secondsSince(atReturn), seconds, rate, rate / input);
  }
}
