package io.tinyanalytics.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A metric group whose metrics can be read by name and label, such as {@code a{table=events}}. */
public final class CountingMetrics extends UnregisteredMetricsGroup {

  private final Map<String, Counter> counters;
  private final Map<String, Histogram> histograms;
  private final String label;

  public CountingMetrics() {
    this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), "");
  }

  private CountingMetrics(
      Map<String, Counter> counters, Map<String, Histogram> histograms, String label) {
    this.counters = counters;
    this.histograms = histograms;
    this.label = label;
  }

  public long count(String nameAndLabel) {
    Counter counter = counters.get(nameAndLabel);
    if (counter == null) {
      throw new IllegalArgumentException("no counter " + nameAndLabel + " in " + counters.keySet());
    }
    return counter.getCount();
  }

  /** The median of a histogram; not a number while it is empty. */
  public double median(String nameAndLabel) {
    Histogram histogram = histograms.get(nameAndLabel);
    if (histogram == null) {
      throw new IllegalArgumentException("no histogram " + nameAndLabel + " in " + histograms);
    }
    return histogram.getStatistics().getQuantile(0.5);
  }

  @Override
  public Counter counter(String name) {
    return counters.computeIfAbsent(name + label, n -> new ThreadSafeSimpleCounter());
  }

  @Override
  public <C extends Counter> C counter(String name, C counter) {
    counters.put(name + label, counter);
    return counter;
  }

  @Override
  public <H extends Histogram> H histogram(String name, H histogram) {
    histograms.put(name + label, histogram);
    return histogram;
  }

  @Override
  public MetricGroup addGroup(String key, String value) {
    return new CountingMetrics(counters, histograms, "{" + key + "=" + value + "}");
  }
}
