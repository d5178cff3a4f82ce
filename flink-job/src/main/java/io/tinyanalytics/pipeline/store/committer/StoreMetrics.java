package io.tinyanalytics.pipeline.store.committer;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.batch.StoreTable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Measures the committer. The counters start at 0 with each start of the task. The histograms show
 * the latest batches of each table. Without failures there are no probes: each probe is for a batch
 * of a restored checkpoint, or for an insert with an unknown outcome.
 */
public final class StoreMetrics {

  private static final int LAST_BATCHES = 500;

  private final Map<StoreTable, OfTable> tables = new EnumMap<>(StoreTable.class);
  private final Counter probesStored;
  private final Counter probesAbsent;
  private final Counter phantoms;
  private final Counter retries;

  /** The rows, bytes and times of one table's batches. */
  private record OfTable(
      Counter rows,
      Counter batches,
      Histogram batchRows,
      Histogram batchBytes,
      Histogram commitSeconds,
      Histogram eventAgeSeconds) {

    static OfTable in(MetricGroup group) {
      return new OfTable(
          group.counter("store_rows_committed_total"),
          group.counter("store_batches_committed_total"),
          group.histogram("store_batch_rows", new DescriptiveStatisticsHistogram(LAST_BATCHES)),
          group.histogram("store_batch_bytes", new DescriptiveStatisticsHistogram(LAST_BATCHES)),
          group.histogram("store_commit_seconds", new SecondsHistogram(LAST_BATCHES)),
          group.histogram("store_event_age_seconds", new SecondsHistogram(LAST_BATCHES)));
    }
  }

  public StoreMetrics(MetricGroup group) {
    for (StoreTable table : StoreTable.values()) {
      tables.put(table, OfTable.in(group.addGroup("table", table.tableName())));
    }
    probesStored = threadSafe("store_probes_total", group.addGroup("outcome", "stored"));
    probesAbsent = threadSafe("store_probes_total", group.addGroup("outcome", "absent"));
    phantoms = threadSafe("store_phantoms_total", group);
    retries = threadSafe("store_commit_retries_total", group);
  }

  private static Counter threadSafe(String name, MetricGroup group) {
    return group.counter(name, new ThreadSafeSimpleCounter());
  }

  /**
   * Records that this committer stored a batch.
   *
   * @param begin when the commit began
   * @param end when ClickHouse confirmed this batch
   */
  void committed(SealedBatch batch, Instant begin, Instant end) {
    OfTable table = requireNonNull(tables.get(batch.table()));
    table.batches().inc();
    table.rows().inc(batch.rows());
    table.batchRows().update(batch.rows());
    table.batchBytes().update(batch.block().length);
    table.commitSeconds().update(Duration.between(begin, end).toMillis());
    batch.age(end).ifPresent(age -> table.eventAgeSeconds().update(age.toMillis()));
  }

  /** Records that ClickHouse answered whether it holds a batch. */
  void probed(boolean stored) {
    (stored ? probesStored : probesAbsent).inc();
  }

  /** Records that ClickHouse confirmed a batch that it does not hold. */
  void phantom() {
    phantoms.inc();
  }

  /** Records that a request failed and is tried again. */
  void retry() {
    retries.inc();
  }
}
