package io.tinyanalytics.pipeline.store.committer;

import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;

/**
 * Commits the batches of completed checkpoints, several at a time, each {@linkplain BatchStore
 * exactly once}. The first failure or an interrupt ends all commits at once. A restart then finds
 * out which batches are stored.
 */
public final class BatchCommitter implements Committer<SealedBatch> {

  private static final int AT_ONCE = 4;

  private final BatchStore store;
  private final StoreMetrics metrics;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, new ExecutorThreadFactory("store"));

  public BatchCommitter(BatchTable table, StoreMetrics metrics) {
    this.store = new BatchStore(table, metrics);
    this.metrics = metrics;
  }

  /** A stored batch; {@code now} is false if an earlier attempt had already stored it. */
  private record Stored(CommitRequest<SealedBatch> request, boolean now) {}

  @Override
  public void commit(Collection<CommitRequest<SealedBatch>> requests)
      throws IOException, InterruptedException {
    Instant begin = Instant.now();
    CompletionService<Stored> completion = new ExecutorCompletionService<>(threads);
    List<Future<Stored>> batches = new ArrayList<>();
    try {
      for (CommitRequest<SealedBatch> request : requests) {
        batches.add(
            completion.submit(() -> new Stored(request, store.store(request.getCommittable()))));
      }
      for (int left = batches.size(); left > 0; left--) {
        tell(completion.take().get(), begin);
      }
    } catch (ExecutionException e) {
      ExceptionUtils.tryRethrowIOException(e.getCause());
      ExceptionUtils.rethrow(e.getCause());
    } finally {
      batches.forEach(batch -> batch.cancel(true));
    }
  }

  /** Reports a stored batch. Flink requires that this happens on the task's own thread. */
  private void tell(Stored stored, Instant begin) {
    if (stored.now()) {
      metrics.committed(stored.request().getCommittable(), begin, Instant.now());
    } else {
      stored.request().signalAlreadyCommitted();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
