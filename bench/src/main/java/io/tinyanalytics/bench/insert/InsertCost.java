package io.tinyanalytics.bench.insert;

import java.time.Duration;

/** The total cost of the inserts in one format. */
final class InsertCost {
  private long rows;
  private long bytes;
  private Duration time = Duration.ZERO;
  private Duration cpu = Duration.ZERO;

  /**
   * Adds one insert.
   *
   * @param moreCpu the CPU time that the server used for it
   */
  void add(long moreRows, long moreBytes, Duration moreTime, Duration moreCpu) {
    rows += moreRows;
    bytes += moreBytes;
    time = time.plus(moreTime);
    cpu = cpu.plus(moreCpu);
  }

  double rowsPerSecond() {
    return rows * 1e9 / time.toNanos();
  }

  double cpuMicrosPerRow() {
    return cpu.toNanos() / 1e3 / rows;
  }

  double bytesPerRow() {
    return (double) bytes / rows;
  }
}
