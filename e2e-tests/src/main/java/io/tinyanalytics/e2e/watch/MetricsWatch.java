package io.tinyanalytics.e2e.watch;

import io.tinyanalytics.e2e.plan.FaultKind;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Samples the signals of all kinds of faults, about once a second, until it is closed. */
public final class MetricsWatch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final Stack stack;
  private final Map<Signal, Series> series = new LinkedHashMap<>();
  private final ScheduledExecutorService sampler =
      Executors.newScheduledThreadPool(Endpoint.values().length);

  public MetricsWatch(Stack stack) {
    this.stack = stack;
    for (FaultKind kind : FaultKind.values()) {
      Signals.of(kind).forEach(signal -> series.computeIfAbsent(signal, Series::new));
    }
  }

  public void start() {
    for (Endpoint endpoint : Endpoint.values()) {
      var unused =
          sampler.scheduleWithFixedDelay(
              () -> sample(endpoint), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * The movements of the metrics that show an effect of this kind of fault; empty if none moved.
   */
  public List<String> movements(FaultKind kind, Instant from, Instant to) {
    List<String> movements = new ArrayList<>();
    for (Signal signal : Signals.of(kind)) {
      series
          .computeIfAbsent(signal, Series::new)
          .movement(from, to)
          .ifPresent(movement -> movements.add(signal + " " + movement));
    }
    return movements;
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }

  private void sample(Endpoint endpoint) {
    Instant now = Instant.now();
    try {
      Exposition page = page(endpoint);
      of(endpoint).forEach(it -> it.getValue().add(now, orZero(it.getKey().value(page))));
    } catch (IOException silent) {
      of(endpoint).forEach(it -> it.getValue().add(now, null));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** A metric that does not exist yet counts as 0. */
  private static double orZero(OptionalDouble value) {
    return value.orElse(0);
  }

  private List<Map.Entry<Signal, Series>> of(Endpoint endpoint) {
    return series.entrySet().stream().filter(it -> it.getKey().endpoint() == endpoint).toList();
  }

  private Exposition page(Endpoint endpoint) throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + stack.port(endpoint.port()) + "/metrics");
    return new Exposition(
        stack.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build()).body());
  }
}
