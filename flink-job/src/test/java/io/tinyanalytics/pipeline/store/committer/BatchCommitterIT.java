package io.tinyanalytics.pipeline.store.committer;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static io.tinyanalytics.pipeline.TestRows.discard;
import static io.tinyanalytics.pipeline.TestRows.event;
import static io.tinyanalytics.pipeline.store.TestBatches.restored;
import static io.tinyanalytics.pipeline.store.TestBatches.sealed;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.BATCHES;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.PHANTOMS;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.PROBES_ABSENT;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.PROBES_STORED;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.RETRIES;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.store.RecordedRequest;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.IOException;
import java.nio.file.Path;
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

/** What a commit finds in a real ClickHouse, and what it does then: each batch ends in one copy. */
final class BatchCommitterIT {

  @TempDir static Path folder;
  @AutoClose private static TestStore store;

  private TestCommitters committers;

  @BeforeAll
  static void startClickHouse() throws IOException {
    store = TestStore.start(folder);
  }

  @BeforeEach
  void emptyTables() throws IOException {
    store.truncate();
    committers = new TestCommitters(store);
  }

  @Test
  void storesAFreshBatchAndAsksNothing() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2), event(1, 1));

    assertThat(committers.commit(batch).isAlreadyCommitted()).isFalse();

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2", "1\t1");
    assertThat(committers.metrics().count(BATCHES)).isEqualTo(1);
    assertThat(committers.metrics().count(ROWS)).isEqualTo(3);
    assertThat(
            committers.metrics().count(PROBES_STORED) + committers.metrics().count(PROBES_ABSENT))
        .isZero();
    assertThat(committers.metrics().count(RETRIES)).isZero();
  }

  @Test
  void measuresWhatItStores() throws Exception {
    SealedBatch batch = sealed(event(0, 1_000), event(0, 0), event(1, 1));
    long before = System.currentTimeMillis();

    committers.commit(batch);

    assertThat(committers.metrics().median("store_batch_rows{table=events}")).isEqualTo(3);
    assertThat(committers.metrics().median("store_batch_bytes{table=events}"))
        .isEqualTo(batch.block().length);
    assertThat(committers.metrics().median("store_commit_seconds{table=events}"))
        .isBetween(0.0, 60.0);
    assertThat(committers.metrics().median("store_event_age_seconds{table=events}"))
        .as("age of the row that was appended first")
        .isBetween((before - NOON) / 1000.0, (System.currentTimeMillis() - NOON) / 1000.0);
    assertThat(committers.metrics().median("store_batch_rows{table=discards}")).isNaN();
  }

  @Test
  void storesBatchesOfBothTables() throws Exception {
    List<SealedBatch> batches =
        sealed(List.of(event(0, 1), discard(0, 2), event(0, 3), discard(0, 4)));

    committers.on(store.endpoint()).commit(RecordedRequest.of(batches));

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t3");
    assertThat(store.offsets("discards")).containsExactly("0\t2", "0\t4");
  }

  @Test
  void leavesARestoredBatchThatIsStored() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2));
    committers.commit(batch);

    assertThat(committers.commit(restored(batch)).isAlreadyCommitted()).isTrue();

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(committers.metrics().count(PROBES_STORED)).isEqualTo(1);
    assertThat(committers.metrics().count(BATCHES)).isEqualTo(1);
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
    committers.commit(batch);

    assertThat(committers.commit(sameRows).isAlreadyCommitted()).isTrue();

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void leavesARestoredBatchWhoseMessagesAreStoredInTheOtherTable() throws Exception {
    committers.commit(sealed(discard(0, 1), discard(0, 2)));

    assertThat(committers.commit(restored(sealed(event(0, 1), event(0, 2)))).isAlreadyCommitted())
        .isTrue();

    assertThat(store.offsets("events")).isEmpty();
    assertThat(store.offsets("discards")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void leavesARestoredBatchWhoseMessagesAreStoredInSeveralBatchesOfBothTables() throws Exception {
    committers.commit(sealed(event(0, 0), event(0, 1)));
    committers.commit(sealed(discard(0, 2), discard(0, 3)));
    committers.commit(sealed(event(1, 0), event(1, 1)));

    assertThat(
            committers
                .commit(restored(sealed(event(0, 1), event(0, 2), event(1, 0))))
                .isAlreadyCommitted())
        .isTrue();

    assertThat(store.offsets("events")).containsExactly("0\t0", "0\t1", "1\t0", "1\t1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void failsWithTheRemedyWhereABatchIsStoredInPart(int offset) throws Exception {
    committers.commit(offset == 2 ? sealed(discard(0, offset)) : sealed(event(0, offset)));
    SealedBatch batch = restored(sealed(event(0, 1), event(0, 2), event(0, 3)));

    assertThatThrownBy(() -> committers.commit(batch))
        .hasMessage(
            "batch %s of 3 rows of events from partition 0, offset 1 is stored in part (1 rows), by a job that went another way from an older checkpoint: start without state (./scripts/up --from none), which stores exactly what is absent",
            batch.token());

    assertThat(store.offsets("events")).hasSize(offset == 2 ? 0 : 1);
  }

  @Test
  void doesNotTakeItsNeighboursForTheBatch() throws Exception {
    committers.commit(sealed(event(0, 1), event(0, 3), event(1, 2), event(2, 2)));

    assertThat(
            committers
                .commit(restored(sealed(event(0, 2), event(0, 4), event(1, 1))))
                .isAlreadyCommitted())
        .isFalse();

    assertThat(store.offsets("events")).hasSize(7);
  }

  @Test
  void storesARestoredBatchThatIsAbsent() throws Exception {
    assertThat(committers.commit(restored(sealed(event(0, 1)))).isAlreadyCommitted()).isFalse();

    assertThat(store.offsets("events")).containsExactly("0\t1");
    assertThat(committers.metrics().count(PROBES_ABSENT)).isEqualTo(1);
    assertThat(committers.metrics().count(PROBES_STORED)).isEqualTo(1);
  }

  @RepeatedTest(5)
  void storesOnceWhatTwoCommittersCommitAtOnce() throws Exception {
    SealedBatch batch = restored(sealed(event(0, 1), event(0, 2)));
    CountDownLatch both = new CountDownLatch(2);

    CompletableFuture<Void> one = committers.commitInBackground(batch, both);
    CompletableFuture<Void> other = committers.commitInBackground(batch, both);
    one.get(30, TimeUnit.SECONDS);
    other.get(30, TimeUnit.SECONDS);

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void replacesATokenThatClickHouseRemembersWithoutTheRows() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2));
    committers.commit(batch);
    store.query(
        "ALTER TABLE analytics.events DELETE WHERE _kafka_partition = 0 SETTINGS mutations_sync = 1");
    assertThat(store.offsets("events")).isEmpty();

    assertThat(committers.commit(restored(batch)).isAlreadyCommitted()).isFalse();

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(committers.metrics().count(PHANTOMS)).isEqualTo(1);
  }

  @Test
  void storesManyBatchesOfWhichSomeAreStored() throws Exception {
    List<SealedBatch> batches = new ArrayList<>();
    for (int offset = 0; offset < 20; offset++) {
      batches.add(restored(sealed(event(0, offset))));
    }
    for (SealedBatch batch : batches.subList(5, 10)) {
      committers.commit(batch);
    }
    List<RecordedRequest> requests = batches.stream().map(RecordedRequest::new).toList();

    committers.on(store.endpoint()).commit(List.copyOf(requests));

    assertThat(store.offsets("events")).hasSize(20).doesNotHaveDuplicates();
    assertThat(requests)
        .extracting(RecordedRequest::isAlreadyCommitted)
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> i >= 5 && i < 10).toList());
    assertThat(committers.metrics().count(BATCHES)).isEqualTo(20);
  }
}
