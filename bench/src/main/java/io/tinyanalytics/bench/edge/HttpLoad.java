package io.tinyanalytics.bench.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Sends requests to one port over many connections at once. */
final class HttpLoad {
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  private final int port;
  private final Requests requests;
  private final int connections;
  private long sent;

  HttpLoad(int port, Requests requests, int connections) {
    this.port = port;
    this.requests = requests;
    this.connections = connections;
  }

  /**
   * The events per second when each connection sends the next request as soon as it has its answer.
   */
  double peak(Duration time) throws IOException {
    long first = sent;
    long begin = System.nanoTime();
    try (var open = new Connections(port, connections)) {
      for (long now = begin; now - begin < time.toNanos(); now = System.nanoTime()) {
        while (!open.idle().isEmpty()) {
          open.idle().remove().send(requests.get(sent++), now);
        }
        open.await(PATIENCE_MILLIS, answered -> {});
      }
      long answered = sent - first - connections + open.idle().size();
      return answered * requests.events() * 1e9 / (System.nanoTime() - begin);
    }
  }

  /**
   * The latencies, in microseconds, at a fixed rate that does not wait for earlier answers. Each
   * latency is measured from the moment at which the request should have been sent.
   */
  Histogram latencies(double eventsPerSecond, Duration time) throws IOException {
    var histogram = new Histogram(LONGEST_MICROS, 3);
    double nanosPerRequest = requests.events() * 1e9 / eventsPerSecond;
    long number = (long) (time.toNanos() / nanosPerRequest);
    long begin = System.nanoTime();
    try (var open = new Connections(port, connections)) {
      for (long n = 0; n < number || !open.allIdle(); ) {
        long due = begin + (long) (n * nanosPerRequest);
        while (n < number && due - System.nanoTime() <= 0 && !open.idle().isEmpty()) {
          open.idle().remove().send(requests.get(sent++), due);
          n++;
          due = begin + (long) (n * nanosPerRequest);
        }
        boolean allSent = n == number || open.idle().isEmpty();
        open.await(allSent ? PATIENCE_MILLIS : millisUntil(due), one -> record(one, histogram));
      }
    }
    return histogram;
  }

  /** At least 1: a busy loop would take a core from the measured server. */
  private static long millisUntil(long due) {
    return Math.max(TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime()), 1);
  }

  private static void record(Connection answered, Histogram histogram) {
    long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - answered.due());
    histogram.recordValue(Math.min(micros, LONGEST_MICROS));
  }
}
