package io.tinyanalytics.pipeline.store.committer;

import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** Takes milliseconds, because Flink's histograms take whole numbers, and shows seconds. */
final class SecondsHistogram implements Histogram {

  private static final double MILLIS = Duration.ofSeconds(1).toMillis();

  private final Histogram millis;

  /**
   * An empty histogram.
   *
   * @param window how many of the latest values it shows
   */
  SecondsHistogram(int window) {
    millis = new DescriptiveStatisticsHistogram(window);
  }

  @Override
  public void update(long value) {
    millis.update(value);
  }

  @Override
  public long getCount() {
    return millis.getCount();
  }

  @Override
  public HistogramStatistics getStatistics() {
    return new Seconds(millis.getStatistics());
  }

  private static final class Seconds extends HistogramStatistics {

    private final HistogramStatistics millis;

    Seconds(HistogramStatistics millis) {
      this.millis = millis;
    }

    @Override
    public double getQuantile(double quantile) {
      return millis.getQuantile(quantile) / MILLIS;
    }

    @Override
    public long[] getValues() {
      return Arrays.stream(millis.getValues()).map(Seconds::rounded).toArray();
    }

    @Override
    public int size() {
      return millis.size();
    }

    @Override
    public double getMean() {
      return millis.getMean() / MILLIS;
    }

    @Override
    public double getStdDev() {
      return millis.getStdDev() / MILLIS;
    }

    @Override
    public long getMax() {
      return rounded(millis.getMax());
    }

    @Override
    public long getMin() {
      return rounded(millis.getMin());
    }

    private static long rounded(long value) {
      return Math.round(value / MILLIS);
    }
  }
}
