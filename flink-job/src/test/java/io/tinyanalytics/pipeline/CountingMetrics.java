package io.tinyanalytics.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A metric group whose counters can be read by name and label, such as {@code a{table=events}}. */
public final class CountingMetrics extends UnregisteredMetricsGroup {

  private final Map<String, Counter> counters;
  private final String label;

  public CountingMetrics() {
    this(new ConcurrentHashMap<>(), "");
  }

  private CountingMetrics(Map<String, Counter> counters, String label) {
    this.counters = counters;
    this.label = label;
  }

  public long count(String nameAndLabel) {
    Counter counter = counters.get(nameAndLabel);
    if (counter == null) {
      throw new IllegalArgumentException("no counter " + nameAndLabel + " in " + counters.keySet());
    }
    return counter.getCount();
  }

  @Override
  public Counter counter(String name) {
    return counters.computeIfAbsent(name + label, n -> new ThreadSafeSimpleCounter());
  }

  @Override
  public MetricGroup addGroup(String key, String value) {
    return new CountingMetrics(counters, "{" + key + "=" + value + "}");
  }
}
