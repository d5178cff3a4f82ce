package io.tinyanalytics.e2e;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** The figures that the TaskManager shows to Prometheus. */
final class FlinkMetrics {

  private final Stack stack;

  FlinkMetrics(Stack stack) {
    this.stack = stack;
  }

  /** The sum of a metric over all its labels; 0 if it is not there. */
  double total(String name) throws IOException, InterruptedException {
    URI metrics = URI.create("http://localhost:" + stack.port(9250) + "/metrics");
    return stack
        .send(HttpRequest.newBuilder(metrics).build())
        .body()
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
