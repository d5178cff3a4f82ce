package io.tinyanalytics.bench.pipeline;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * How the number of rows of a table grew over time.
 *
 * @param growths every growth that was observed, in order of time; the last one has all rows
 */
record RowCurve(List<Growth> growths) {
  private static final double STEADY_FROM = 0.5;
  private static final double STEADY_UNTIL = 0.9;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * The number of rows at one moment.
   *
   * @param seconds since the beginning
   */
  record Growth(double seconds, long rows) {}

  /** Returns the current number of rows. */
  @FunctionalInterface
  interface Count {
    long rows() throws IOException;
  }

  RowCurve {
    growths = List.copyOf(growths);
  }

  /**
   * Watches the table until it has {@code total} rows.
   *
   * @param seen called with the number of rows after each growth
   * @throws IOException if the number of rows stops growing before that
   */
  static RowCurve watch(Count count, long total, LongConsumer seen) throws IOException {
    List<Growth> growths = new ArrayList<>();
    long begin = System.nanoTime();
    double grown = 0;
    for (long last = 0; last < total; pause()) {
      long rows = count.rows();
      double now = (System.nanoTime() - begin) / 1e9;
      if (rows > last) {
        growths.add(new Growth(now, rows));
        seen.accept(rows);
        last = rows;
        grown = now;
      } else if (now - grown > PATIENCE.toSeconds()) {
        throw new IOException("The rows stopped growing at " + last + " of " + total + ".");
      }
    }
    return new RowCurve(growths);
  }

  /** The seconds from the beginning to the last row. */
  double wholeSeconds() {
    return growths.get(growths.size() - 1).seconds();
  }

  /** The rows per second from the first growth beyond 50 % to the last one below 90 %. */
  double steadyRate() {
    long total = growths.get(growths.size() - 1).rows();
    var steady =
        growths.stream()
            .filter(g -> g.rows() >= STEADY_FROM * total && g.rows() <= STEADY_UNTIL * total)
            .toList();
    if (steady.size() < 2) {
      throw new IllegalStateException(
          "The rows came in too few steps to tell a rate: measure more events with --events.");
    }
    var first = steady.get(0);
    var last = steady.get(steady.size() - 1);
    return (last.rows() - first.rows()) / (last.seconds() - first.seconds());
  }

  private static void pause() throws InterruptedIOException {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while rows were counted");
    }
  }
}
