package io.tinyanalytics.pipeline.store.committer;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.batch.StoreTable;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts what the committer does. The counters begin anew with each start of the task. There is no
 * probe as long as nothing fails: each is for a batch of a restored checkpoint, or for an insert
 * whose outcome was in doubt.
 */
public final class StoreMetrics {

  private final Map<StoreTable, Counter> rows = new EnumMap<>(StoreTable.class);
  private final Map<StoreTable, Counter> batches = new EnumMap<>(StoreTable.class);
  private final Counter probesStored;
  private final Counter probesAbsent;
  private final Counter phantoms;
  private final Counter retries;

  public StoreMetrics(MetricGroup group) {
    for (StoreTable table : StoreTable.values()) {
      MetricGroup labelled = group.addGroup("table", table.tableName());
      rows.put(table, labelled.counter("store_rows_committed_total"));
      batches.put(table, labelled.counter("store_batches_committed_total"));
    }
    probesStored = group.addGroup("outcome", "stored").counter("store_probes_total");
    probesAbsent = group.addGroup("outcome", "absent").counter("store_probes_total");
    phantoms = group.counter("store_phantoms_total");
    retries = group.counter("store_commit_retries_total");
  }

  /** A batch is stored, by this committer. */
  void committed(SealedBatch batch) {
    requireNonNull(batches.get(batch.table())).inc();
    requireNonNull(rows.get(batch.table())).inc(batch.rows());
  }

  /** ClickHouse was asked whether it holds a batch, and answered. */
  void probed(boolean stored) {
    (stored ? probesStored : probesAbsent).inc();
  }

  /** ClickHouse confirmed a batch that it does not hold. */
  void phantom() {
    phantoms.inc();
  }

  /** A request failed and is tried again. */
  void retry() {
    retries.inc();
  }
}
