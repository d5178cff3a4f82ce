package io.tinyanalytics.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * Compares the offsets that Kafka held at the start with the rows of the store.
 *
 * <p>Batches commit out of order, so absent offsets get time: the audit waits until everything is
 * stored, or until its wait is over. After the wait, an absent offset is <em>missing</em> in two
 * cases: a later offset of its partition was already stored when the audit began, or nothing at all
 * was stored during the wait, so that nothing is on its way. Any other absent offset is <em>in
 * flight</em>.
 */
final class Audit {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration TELLING = Duration.ofSeconds(2);

  private final Store store;
  private final Duration wait;
  private final PrintStream messages;

  /**
   * @param wait how long the job gets to store the rest; with zero, the audit judges at once and
   *     treats no job as idle
   */
  Audit(Store store, Duration wait, PrintStream messages) {
    this.store = store;
    this.wait = wait;
    this.messages = messages;
  }

  /**
   * Runs the audit.
   *
   * @param kafka the offsets of each partition, read before this call
   */
  AuditReport run(SortedMap<Integer, OffsetRange> kafka) throws IOException, InterruptedException {
    List<PartitionReading> readings = new ArrayList<>();
    for (var partition : kafka.entrySet()) {
      readings.add(new PartitionReading(partition.getKey(), partition.getValue(), store));
    }
    waitForAll(readings);
    boolean idle = !wait.isZero() && readings.stream().noneMatch(PartitionReading::hasAdvanced);
    List<PartitionReport> reports = new ArrayList<>();
    for (var reading : readings) {
      reports.add(reading.report(idle));
    }
    return new AuditReport(reports, null);
  }

  private void waitForAll(List<PartitionReading> readings)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long told = 0;
    long waited = 0;
    while (absent(readings) > 0 && waited < wait.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(Math.min(PAUSE.toNanos(), wait.toNanos() - waited));
      for (var reading : readings) {
        reading.update();
      }
      waited = System.nanoTime() - start;
      if (waited - told >= TELLING.toNanos()) {
        told = waited;
        messages.printf(
            "%d messages are not stored yet (%d s of %d s)%n",
            absent(readings), TimeUnit.NANOSECONDS.toSeconds(waited), wait.toSeconds());
      }
    }
  }

  private static long absent(List<PartitionReading> readings) {
    return readings.stream().mapToLong(PartitionReading::absent).sum();
  }
}
