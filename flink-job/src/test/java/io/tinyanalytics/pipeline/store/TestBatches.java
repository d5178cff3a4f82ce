package io.tinyanalytics.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.batch.SealedBatchSerializer;
import io.tinyanalytics.pipeline.store.writer.BatchWriter;
import io.tinyanalytics.pipeline.stream.StoreRow;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Batches as the job's own writer seals them. */
public final class TestBatches {

  private TestBatches() {}

  /** What a checkpoint takes along after these rows. */
  public static List<SealedBatch> sealed(List<StoreRow> rows) {
    BatchWriter writer = new BatchWriter(InstantSource.system());
    rows.forEach(writer::add);
    return List.copyOf(writer.prepareCommit());
  }

  /** The one batch of these rows. */
  public static SealedBatch sealed(StoreRow... rows) {
    List<SealedBatch> batches = sealed(List.of(rows));
    assertThat(batches).hasSize(1);
    return batches.get(0);
  }

  /** The batch as it comes out of a checkpoint. */
  public static SealedBatch restored(SealedBatch batch) throws IOException {
    SealedBatchSerializer serializer = new SealedBatchSerializer();
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(batch));
  }
}
