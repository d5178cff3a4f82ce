package io.tinyanalytics.pipeline.store.committer;

import static io.tinyanalytics.pipeline.TestRows.discard;
import static io.tinyanalytics.pipeline.TestRows.event;
import static io.tinyanalytics.pipeline.store.TestBatches.restored;
import static io.tinyanalytics.pipeline.store.TestBatches.sealed;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.BATCHES;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.PHANTOMS;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.PROBES_ABSENT;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.PROBES_STORED;
import static io.tinyanalytics.pipeline.store.committer.TestCommitters.RETRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.pipeline.CuttingProxy;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseException;
import io.tinyanalytics.pipeline.store.RecordedRequest;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commits whose requests fail, stall or are lost on the way to a real ClickHouse: each ends in one
 * copy.
 */
final class FailingCommitIT {

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

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void storesOnceWhenTheAnswerIsLost(int times) throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      proxy.cutAnswers(times);

      committers
          .on(proxy.endpoint())
          .commit(RecordedRequest.of(List.of(sealed(event(0, 1), event(0, 2)))));
    }

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(committers.metrics().count(PROBES_STORED)).isEqualTo(1);
    assertThat(committers.metrics().count(RETRIES)).isEqualTo(times);
    assertThat(committers.metrics().count(BATCHES)).isEqualTo(1);
  }

  @Test
  void storesOnceWhenTheAnswerStalls() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      proxy.stallAnswersAfter(100, 1);

      committers
          .on(proxy.endpoint())
          .commit(RecordedRequest.of(List.of(sealed(event(0, 1), event(0, 2)))));
    }

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(committers.metrics().count(PROBES_STORED)).isEqualTo(1);
    assertThat(committers.metrics().count(RETRIES)).isEqualTo(1);
  }

  @Test
  void storesOnceWhenClickHouseStoodStill() throws Exception {
    store.pause();
    CompletableFuture<Void> commit;
    try {
      commit =
          committers.commitInBackground(sealed(event(0, 1), event(0, 2)), new CountDownLatch(1));
      committers.awaitRetries(1);
      assertThat(commit).isNotDone();
    } finally {
      store.resume();
    }
    commit.get(30, TimeUnit.SECONDS);

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
  }

  @Test
  void failsWithTheFirstErrorAndEndsTheOthers() throws Exception {
    store.query("RENAME TABLE analytics.discards TO analytics.elsewhere");
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      proxy.stallAnswersAfter(0, 1);
      BatchCommitter committer = committers.on(proxy.endpoint());
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

      committers
          .on(proxy.endpoint())
          .commit(RecordedRequest.of(List.of(sealed(event(0, 1), event(0, 2)))));
    }

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
    assertThat(committers.metrics().count(PROBES_ABSENT)).isEqualTo(1);
    assertThat(committers.metrics().count(PHANTOMS)).isZero();
  }

  @Test
  void waitsForAKilledClickHouse() throws Exception {
    SealedBatch batch = sealed(event(0, 1), event(0, 2));
    store.kill();
    CompletableFuture<Void> commit = committers.commitInBackground(batch, new CountDownLatch(1));
    committers.awaitRetries(3);
    assertThat(commit).isNotDone();

    store.restart();
    commit.get(30, TimeUnit.SECONDS);

    assertThat(store.offsets("events")).containsExactly("0\t1", "0\t2");
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
                  committers.commit(batch);
                } catch (Exception e) {
                  end.complete(e);
                }
              });
      task.start();
      committers.awaitRetries(3);

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
      assertThatThrownBy(() -> committers.commit(mayBeStored ? restored(batch) : batch))
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
                committers
                    .on(nobody)
                    .commit(RecordedRequest.of(List.of(mayBeStored ? restored(batch) : batch))))
        .isInstanceOf(ClickHouseException.class)
        .message()
        .contains("nobody")
        .hasLineCount(1);
  }
}
