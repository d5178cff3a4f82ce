package io.tinyanalytics.pipeline.store.committer;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static io.tinyanalytics.pipeline.TestRows.discard;
import static io.tinyanalytics.pipeline.TestRows.event;
import static io.tinyanalytics.pipeline.store.TestBatches.restored;
import static io.tinyanalytics.pipeline.store.TestBatches.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.pipeline.CountingMetrics;
import io.tinyanalytics.pipeline.CuttingProxy;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseException;
import io.tinyanalytics.pipeline.store.RecordedRequest;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a commit can go wrong, against a real ClickHouse: each ends in one copy. */
final class BatchCommitterIT {

  private static final String PROBES_STORED = "store_probes_total{outcome=stored}";
  private static final String PROBES_ABSENT = "store_probes_total{outcome=absent}";
  private static final String ROWS = "store_rows_committed_total{table=events}";
  private static final String BATCHES = "store_batches_committed_total{table=events}";
  private static final String RETRIES = "store_commit_retries_total";
  private static final String PHANTOMS = "store_phantoms_total";

  @TempDir static Path folder;
  @AutoClose private static TestStore store;

  private final CountingMetrics metrics = new CountingMetrics();

  @BeforeAll
  static void startClickHouse() throws IOException {
    store = TestStore.start(folder);
  }

  @BeforeEach
  void emptyTables() throws IOException {
    store.truncate();
  }

  @Test
  void storesAFreshBatchAndAsksNothing() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2), event(1, 1));

    assertThat(commit(batch).isAlreadyCommitted()).isFalse();

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2", "1\t1");
    assertThat(metrics.count(BATCHES)).isEqualTo(1);
    assertThat(metrics.count(ROWS)).isEqualTo(3);
    assertThat(metrics.count(PROBES_STORED) + metrics.count(PROBES_ABSENT)).isZero();
    assertThat(metrics.count(RETRIES)).isZero();
  }

  @Test
  void measuresWhatItStores() throws Exception {
    SealedBatch batch = sealed(event(0, 1_000), event(0, 0), event(1, 1));
    long before = System.currentTimeMillis();

    commit(batch);

    assertThat(metrics.median("store_batch_rows{table=events}")).isEqualTo(3);
    assertThat(metrics.median("store_batch_bytes{table=events}")).isEqualTo(batch.block().length);
    assertThat(metrics.median("store_commit_seconds{table=events}")).isBetween(0.0, 60.0);
    assertThat(metrics.median("store_event_age_seconds{table=events}"))
        .as("age of the row that was appended first")
        .isBetween((before - NOON) / 1000.0, (System.currentTimeMillis() - NOON) / 1000.0);
    assertThat(metrics.median("store_batch_rows{table=discards}")).isNaN();
  }

  @Test
  void storesBatchesOfBothTables() throws Exception {
    List<SealedBatch> batches =
        sealed(List.of(event(0, 1), discard(0, 2), event(0, 3), discard(0, 4)));

    committer(store.endpoint()).commit(RecordedRequest.of(batches));

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t3");
    assertThat(storedOffsets("discards")).containsExactly("0\t2", "0\t4");
  }

  @Test
  void leavesARestoredBatchThatIsStored() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2));
    commit(batch);

    assertThat(commit(restored(batch)).isAlreadyCommitted()).isTrue();

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(metrics.count(PROBES_STORED)).isEqualTo(1);
    assertThat(metrics.count(BATCHES)).isEqualTo(1);
  }

  @Test
  void leavesARestoredBatchThatIsStoredUnderAForgottenToken() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2));
    SealedBatch sameRows =
        new SealedBatch(
            UUID.randomUUID(),
            batch.table(),
            batch.rows(),
            batch.partition(),
            batch.offset(),
            batch.oldestMillis(),
            batch.block(),
            true);
    commit(batch);

    assertThat(commit(sameRows).isAlreadyCommitted()).isTrue();

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void leavesARestoredBatchWhoseMessagesAreStoredInTheOtherTable() throws Exception {
    commit(sealed(discard(0, 1), discard(0, 2)));

    assertThat(commit(restored(sealed(event(0, 1), event(0, 2)))).isAlreadyCommitted()).isTrue();

    assertThat(storedOffsets("events")).isEmpty();
    assertThat(storedOffsets("discards")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void leavesARestoredBatchWhoseMessagesAreStoredInSeveralBatchesOfBothTables() throws Exception {
    commit(sealed(event(0, 0), event(0, 1)));
    commit(sealed(discard(0, 2), discard(0, 3)));
    commit(sealed(event(1, 0), event(1, 1)));

    assertThat(commit(restored(sealed(event(0, 1), event(0, 2), event(1, 0)))).isAlreadyCommitted())
        .isTrue();

    assertThat(storedOffsets("events")).containsExactly("0\t0", "0\t1", "1\t0", "1\t1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void failsWithTheRemedyWhereABatchIsStoredInPart(int offset) throws Exception {
    commit(offset == 2 ? sealed(discard(0, offset)) : sealed(event(0, offset)));
    SealedBatch batch = restored(sealed(event(0, 1), event(0, 2), event(0, 3)));

    assertThatThrownBy(() -> commit(batch))
        .hasMessage(
            "batch %s of 3 rows of events from partition 0, offset 1 is stored in part (1 rows), by a job that went another way from an older checkpoint: start without state (./scripts/up --from none), which stores exactly what is absent",
            batch.token());

    assertThat(storedOffsets("events")).hasSize(offset == 2 ? 0 : 1);
  }

  @Test
  void doesNotTakeItsNeighboursForTheBatch() throws Exception {
    commit(sealed(event(0, 1), event(0, 3), event(1, 2), event(2, 2)));

    assertThat(commit(restored(sealed(event(0, 2), event(0, 4), event(1, 1)))).isAlreadyCommitted())
        .isFalse();

    assertThat(storedOffsets("events")).hasSize(7);
  }

  @Test
  void storesARestoredBatchThatIsAbsent() throws Exception {
    assertThat(commit(restored(sealed(event(0, 1)))).isAlreadyCommitted()).isFalse();

    assertThat(storedOffsets("events")).containsExactly("0\t1");
    assertThat(metrics.count(PROBES_ABSENT)).isEqualTo(1);
    assertThat(metrics.count(PROBES_STORED)).isEqualTo(1);
  }

  @RepeatedTest(5)
  void storesOnceWhatTwoCommittersCommitAtOnce() throws Exception {
    SealedBatch batch = restored(sealed(event(0, 1), event(0, 2)));
    CountDownLatch both = new CountDownLatch(2);

    CompletableFuture<Void> one = commitInBackground(batch, both);
    CompletableFuture<Void> other = commitInBackground(batch, both);
    one.get(30, TimeUnit.SECONDS);
    other.get(30, TimeUnit.SECONDS);

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void replacesATokenThatClickHouseRemembersWithoutTheRows() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2));
    commit(batch);
    store.query(
        "ALTER TABLE analytics.events DELETE WHERE _kafka_partition = 0 SETTINGS mutations_sync = 1");
    assertThat(storedOffsets("events")).isEmpty();

    assertThat(commit(restored(batch)).isAlreadyCommitted()).isFalse();

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(metrics.count(PHANTOMS)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void storesOnceWhenTheAnswerIsLost(int times) throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      proxy.cutAnswers(times);

      committer(proxy.endpoint())
          .commit(RecordedRequest.of(List.of(sealed(event(0, 1), event(0, 2)))));
    }

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(metrics.count(PROBES_STORED)).isEqualTo(1);
    assertThat(metrics.count(RETRIES)).isEqualTo(times);
    assertThat(metrics.count(BATCHES)).isEqualTo(1);
  }

  @Test
  void storesOnceWhenTheAnswerStalls() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      proxy.stallAnswersAfter(100, 1);

      committer(proxy.endpoint())
          .commit(RecordedRequest.of(List.of(sealed(event(0, 1), event(0, 2)))));
    }

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(metrics.count(PROBES_STORED)).isEqualTo(1);
    assertThat(metrics.count(RETRIES)).isEqualTo(1);
  }

  @Test
  void storesOnceWhenClickHouseStoodStill() throws Exception {
    store.pause();
    CompletableFuture<Void> commit;
    try {
      commit = commitInBackground(sealed(event(0, 1), event(0, 2)), new CountDownLatch(1));
      awaitRetries(1);
      assertThat(commit).isNotDone();
    } finally {
      store.resume();
    }
    commit.get(30, TimeUnit.SECONDS);

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void storesManyBatchesOfWhichSomeAreStored() throws Exception {
    List<SealedBatch> batches = new ArrayList<>();
    for (int offset = 0; offset < 20; offset++) {
      batches.add(restored(sealed(event(0, offset))));
    }
    for (SealedBatch batch : batches.subList(5, 10)) {
      commit(batch);
    }
    List<RecordedRequest> requests = batches.stream().map(RecordedRequest::new).toList();

    committer(store.endpoint()).commit(List.copyOf(requests));

    assertThat(storedOffsets("events")).hasSize(20).doesNotHaveDuplicates();
    assertThat(requests)
        .extracting(RecordedRequest::isAlreadyCommitted)
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> i >= 5 && i < 10).toList());
    assertThat(metrics.count(BATCHES)).isEqualTo(20);
  }

  @Test
  void failsWithTheFirstErrorAndEndsTheOthers() throws Exception {
    store.query("RENAME TABLE analytics.discards TO analytics.elsewhere");
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      proxy.stallAnswersAfter(0, 1);
      BatchCommitter committer = committer(proxy.endpoint());
      List<SealedBatch> batches = List.of(sealed(event(0, 1)), sealed(discard(0, 2)));

      assertThatThrownBy(() -> committer.commit(RecordedRequest.of(batches)))
          .isInstanceOf(ClickHouseException.class)
          .hasMessageContaining("UNKNOWN_TABLE");
      committer.close();
    } finally {
      store.query("RENAME TABLE analytics.elsewhere TO analytics.discards");
    }
  }

  @Test
  void storesOnceWhenTheRequestIsLost() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      proxy.cutRequests(1);

      committer(proxy.endpoint())
          .commit(RecordedRequest.of(List.of(sealed(event(0, 1), event(0, 2)))));
    }

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(metrics.count(PROBES_ABSENT)).isEqualTo(1);
    assertThat(metrics.count(PHANTOMS)).isZero();
  }

  @Test
  void waitsForAKilledClickHouse() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2));
    store.kill();
    CompletableFuture<Void> commit = commitInBackground(batch, new CountDownLatch(1));
    awaitRetries(3);
    assertThat(commit).isNotDone();

    store.restart();
    commit.get(30, TimeUnit.SECONDS);

    assertThat(storedOffsets("events")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void endsItsWaitAtOnceWhenInterrupted() throws Exception {
    SealedBatch batch = restored(sealed(event(0, 1)));
    CompletableFuture<Exception> end = new CompletableFuture<>();
    store.kill();
    try {
      Thread task =
          new Thread(
              () -> {
                try {
                  commit(batch);
                } catch (Exception e) {
                  end.complete(e);
                }
              });
      task.start();
      awaitRetries(3);

      task.interrupt();

      assertThat(end)
          .succeedsWithin(Duration.ofSeconds(1))
          .isInstanceOf(InterruptedException.class);
    } finally {
      store.restart();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void failsWithOneSentenceWhereTheTableIsMissing(boolean mayBeStored) throws Exception {
    SealedBatch batch = sealed(event(0, 1));
    store.query("RENAME TABLE analytics.events TO analytics.elsewhere");
    try {
      assertThatThrownBy(() -> commit(mayBeStored ? restored(batch) : batch))
          .isInstanceOf(ClickHouseException.class)
          .message()
          .contains("events")
          .contains("UNKNOWN_TABLE")
          .hasLineCount(1);
    } finally {
      store.query("RENAME TABLE analytics.elsewhere TO analytics.events");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void failsWithOneSentenceWhereTheUserIsUnknown(boolean mayBeStored) throws Exception {
    SealedBatch batch = sealed(event(0, 1));
    ClickHouseEndpoint nobody = ClickHouseEndpoint.of(store.dsn(), "nobody", "");

    assertThatThrownBy(
            () ->
                committer(nobody)
                    .commit(RecordedRequest.of(List.of(mayBeStored ? restored(batch) : batch))))
        .isInstanceOf(ClickHouseException.class)
        .message()
        .contains("nobody")
        .hasLineCount(1);
  }

  private RecordedRequest commit(SealedBatch batch) throws IOException, InterruptedException {
    RecordedRequest request = new RecordedRequest(batch);
    committer(store.endpoint()).commit(List.of(request));
    return request;
  }

  private CompletableFuture<Void> commitInBackground(SealedBatch batch, CountDownLatch start) {
    BatchCommitter committer = committer(store.endpoint());
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

  private void awaitRetries(int retries) {
    await().atMost(Duration.ofSeconds(30)).until(() -> metrics.count(RETRIES) >= retries);
  }

  private BatchCommitter committer(ClickHouseEndpoint endpoint) {
    return new BatchCommitter(new BatchTable(endpoint), new StoreMetrics(metrics));
  }

  /** Every row's partition and offset; a row that stands twice stands twice here. */
  private static List<String> storedOffsets(String table) throws IOException {
    return store.query(
        "SELECT _kafka_partition, _kafka_offset FROM analytics." + table + " ORDER BY ALL");
  }
}
