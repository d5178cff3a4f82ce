package io.tinyanalytics.pipeline.store;

import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;

/** Flink's request to commit one batch; a committer may do no more than let it be or say stored. */
public final class RecordedRequest implements Committer.CommitRequest<SealedBatch> {

  private final SealedBatch batch;
  private boolean alreadyCommitted;

  public RecordedRequest(SealedBatch batch) {
    this.batch = batch;
  }

  /** One request a batch, for those who look at the tables only. */
  public static List<Committer.CommitRequest<SealedBatch>> of(List<SealedBatch> batches) {
    return batches.stream()
        .<Committer.CommitRequest<SealedBatch>>map(RecordedRequest::new)
        .toList();
  }

  /** Whether the committer found the batch stored by an earlier attempt. */
  public boolean isAlreadyCommitted() {
    return alreadyCommitted;
  }

  @Override
  public SealedBatch getCommittable() {
    return batch;
  }

  @Override
  public int getNumberOfRetries() {
    return 0;
  }

  @Override
  public void signalAlreadyCommitted() {
    alreadyCommitted = true;
  }

  @Override
  public void signalFailedWithKnownReason(Throwable reason) {
    throw new AssertionError("Flink would drop the batch", reason);
  }

  @Override
  public void signalFailedWithUnknownReason(Throwable reason) {
    throw new AssertionError("not used", reason);
  }

  @Override
  public void retryLater() {
    throw new AssertionError("Flink would retry at once, and give up soon");
  }

  @Override
  public void updateAndRetryLater(SealedBatch committable) {
    throw new AssertionError("Flink would retry at once, and give up soon");
  }
}
