package io.tinyanalytics.bench.pipeline;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * How the rows of a table grew: each growth that was seen, and when.
 *
 * @param growths in order of time, the last one with all rows
 */
record RowCurve(List<Growth> growths) {
  private static final double STEADY_FROM = 0.5;
  private static final double STEADY_UNTIL = 0.9;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * So many rows were there.
   *
   * @param seconds since the beginning
   */
  record Growth(double seconds, long rows) {}

  /** Tells how many rows there are now. */
  @FunctionalInterface
  interface Count {
    long rows() throws IOException;
  }

  RowCurve {
    growths = List.copyOf(growths);
  }

  /**
   * Watches until {@code total} rows are there.
   *
   * @param seen is told the number of rows after each growth
   * @throws IOException if the rows stop growing before
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

  /** From the beginning to the last row. */
  double wholeSeconds() {
    return growths.get(growths.size() - 1).seconds();
  }

  /** Rows a second from the first growth beyond 50 % to the last one below 90 %. */
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
