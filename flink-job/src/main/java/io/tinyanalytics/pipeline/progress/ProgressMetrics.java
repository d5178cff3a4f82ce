package io.tinyanalytics.pipeline.progress;

import java.time.Instant;
import java.util.Collection;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * Reports how long ago the store was complete. The lag grows while ClickHouse or Kafka does not
 * answer. It is NaN until the first answer, and while a partition is unknown.
 */
final class ProgressMetrics {

  private static final double MILLIS = 1_000.0;

  private final Counter skipped;
  private volatile Instant completeAsOf = Instant.EPOCH;

  ProgressMetrics(MetricGroup group) {
    skipped = group.counter("pipeline_ticks_skipped_total");
    group.gauge("pipeline_lag_seconds", (Gauge<Double>) this::lagSeconds);
  }

  /** Counts a tick without an answer from Kafka or ClickHouse. */
  void skipped() {
    skipped.inc();
  }

  void told(Collection<PartitionProgress> progress) {
    completeAsOf =
        progress.stream()
            .map(PartitionProgress::completeAsOf)
            .min(Instant::compareTo)
            .orElse(Instant.EPOCH);
  }

  private double lagSeconds() {
    Instant known = completeAsOf;
    return known.equals(Instant.EPOCH)
        ? Double.NaN
        : (System.currentTimeMillis() - known.toEpochMilli()) / MILLIS;
  }
}
