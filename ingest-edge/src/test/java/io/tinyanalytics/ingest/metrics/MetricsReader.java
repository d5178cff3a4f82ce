package io.tinyanalytics.ingest.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.stream.Stream;

/** Reads sums from a registry. */
public final class MetricsReader {

  private final PrometheusRegistry registry;

  public MetricsReader(PrometheusRegistry registry) {
    this.registry = registry;
  }

  /** The sum over all labels; of a histogram, the count. The name goes without {@code _total}. */
  public long sum(String name) {
    return (long) points(name).mapToDouble(MetricsReader::value).sum();
  }

  /** The value under one label's value. */
  public long value(String name, String label) {
    return (long)
        points(name)
            .filter(point -> point.getLabels().stream().anyMatch(it -> it.getValue().equals(label)))
            .mapToDouble(MetricsReader::value)
            .sum();
  }

  private Stream<? extends DataPointSnapshot> points(String name) {
    MetricSnapshot snapshot =
        registry.scrape().stream()
            .filter(it -> it.getMetadata().getName().equals(name))
            .findFirst()
            .orElseThrow();
    return snapshot.getDataPoints().stream();
  }

  private static double value(DataPointSnapshot point) {
    if (point instanceof CounterDataPointSnapshot counter) {
      return counter.getValue();
    }
    if (point instanceof GaugeDataPointSnapshot gauge) {
      return gauge.getValue();
    }
    return ((HistogramDataPointSnapshot) point).getCount();
  }
}
