package io.tinyanalytics.pipeline.store;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.batch.SealedBatchSerializer;
import io.tinyanalytics.pipeline.store.committer.BatchCommitter;
import io.tinyanalytics.pipeline.store.committer.BatchTable;
import io.tinyanalytics.pipeline.store.committer.StoreMetrics;
import io.tinyanalytics.pipeline.store.writer.BatchWriter;
import io.tinyanalytics.pipeline.stream.StoreRow;
import java.time.InstantSource;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Stores rows exactly once: the writer seals batches, the checkpoint carries them, and the
 * committer stores them after the checkpoint has completed. One sink fills both tables, so a
 * message cannot be in one table and on its way to the other.
 */
public final class StoreSink implements Sink<StoreRow>, SupportsCommitter<SealedBatch> {

  private static final long serialVersionUID = 1L;

  private final ClickHouseEndpoint clickHouse;

  public StoreSink(ClickHouseEndpoint clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  public CommittingSinkWriter<StoreRow, SealedBatch> createWriter(WriterInitContext context) {
    return new BatchWriter(InstantSource.system());
  }

  @Override
  public Committer<SealedBatch> createCommitter(CommitterInitContext context) {
    return new BatchCommitter(new BatchTable(clickHouse), new StoreMetrics(context.metricGroup()));
  }

  @Override
  public SimpleVersionedSerializer<SealedBatch> getCommittableSerializer() {
    return new SealedBatchSerializer();
  }
}
