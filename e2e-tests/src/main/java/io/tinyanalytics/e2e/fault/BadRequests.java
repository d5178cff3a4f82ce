package io.tinyanalytics.e2e.fault;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests that the edge must refuse, each with a certain status, also during other faults.
 */
record BadRequests(Stack stack) implements Fault {

  private static final int TIMES = 10;
  private static final int TOO_LARGE = 2 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Map<String, Integer> STATUS_BY_BODY =
      Map.of(
          "{oops",
          400,
          "[".repeat(10_000),
          400,
          "{\"event_name\":\"pageview\"}",
          400,
          "\u0000\u0001",
          400,
          " ".repeat(TOO_LARGE),
          413,
          "{\"site_id\":\"nobody\",\"event_name\":\"pageview\"}",
          401);

  @Override
  public void begin() throws IOException, InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      for (Map.Entry<String, Integer> request : STATUS_BY_BODY.entrySet()) {
        int status = status(request.getKey());
        if (status != request.getValue()) {
          throw new IOException(
              "the edge answered %d instead of %d to %s"
                  .formatted(status, request.getValue(), beginning(request.getKey())));
        }
      }
    }
  }

  private static String beginning(String body) {
    return body.substring(0, Math.min(20, body.length()));
  }

  /** Returns the status of the answer. Sends again while the edge is unavailable. */
  private int status(String body) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      try {
        return stack.send(request(body)).statusCode();
      } catch (IOException away) {
        if (System.nanoTime() > deadline) {
          throw away;
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(stack.collect("/v1/collect"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("X-TA-API-Key", "nobody's key")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
