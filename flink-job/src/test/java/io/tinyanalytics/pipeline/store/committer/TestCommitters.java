package io.tinyanalytics.pipeline.store.committer;

import static org.awaitility.Awaitility.await;

import io.tinyanalytics.pipeline.CountingMetrics;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.store.RecordedRequest;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Committers that count into the same metrics.
 *
 * @param store where they commit, unless it is said otherwise
 */
record TestCommitters(TestStore store, CountingMetrics metrics) {

  static final String PROBES_STORED = "store_probes_total{outcome=stored}";
  static final String PROBES_ABSENT = "store_probes_total{outcome=absent}";
  static final String ROWS = "store_rows_committed_total{table=events}";
  static final String BATCHES = "store_batches_committed_total{table=events}";
  static final String PHANTOMS = "store_phantoms_total";
  static final String RETRIES = "store_commit_retries_total";

  TestCommitters(TestStore store) {
    this(store, new CountingMetrics());
  }

  BatchCommitter on(ClickHouseEndpoint endpoint) {
    return new BatchCommitter(new BatchTable(endpoint), new StoreMetrics(metrics));
  }

  RecordedRequest commit(SealedBatch batch) throws IOException, InterruptedException {
    RecordedRequest request = new RecordedRequest(batch);
    on(store.endpoint()).commit(List.of(request));
    return request;
  }

  /** Begins when all that share the start have come so far. */
  CompletableFuture<Void> commitInBackground(SealedBatch batch, CountDownLatch start) {
    BatchCommitter committer = on(store.endpoint());
    return CompletableFuture.runAsync(
        () -> {
          try {
            start.countDown();
            start.await();
            committer.commit(RecordedRequest.of(List.of(batch)));
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  void awaitRetries(int retries) {
    await().atMost(Duration.ofSeconds(30)).until(() -> metrics.count(RETRIES) >= retries);
  }
}
