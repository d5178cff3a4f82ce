package io.tinyanalytics.pipeline.history;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.pipeline.CuttingProxy;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseException;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start learns from a real ClickHouse. */
final class StoreHistoryIT {

  @TempDir static Path folder;
  @AutoClose private static TestStore store;
  private static StoreHistory history;

  @BeforeAll
  static void startClickHouse() throws IOException {
    store = TestStore.start(folder);
    history = new StoreHistory(store.endpoint());
  }

  @BeforeEach
  void emptyTables() throws IOException {
    store.truncate();
  }

  @Test
  void knowsOffsetsAtOrBeyondAPositionAndAllOfOtherPartitions() throws IOException {
    storeEvents(0, 100);
    storeEvents(1, 100);

    StoredOffsets stored = history.offsetsFrom(Map.of(0, 40L));

    assertThat(stored.contains(0, 39)).isFalse();
    assertThat(stored.contains(0, 40)).isTrue();
    assertThat(stored.firstAbsent(0, 40)).isEqualTo(100);
    assertThat(stored.firstAbsent(1, 0)).isEqualTo(100);
    assertThat(history.offsetsFrom(Map.of(0, 100L, 1, 100L)).isEmpty()).isTrue();
  }

  @Test
  void tellsTheEventsBeyondAPositionOrSinceATime() throws Exception {
    storeEvents(0, 5);
    List<String> beyond = new ArrayList<>();
    List<String> since = new ArrayList<>();

    history.eventsFrom(Map.of(0, 3L), (site, id, at) -> beyond.add(site + " " + id + " " + at));
    history.eventsSince(Instant.ofEpochMilli(NOON + 4), (site, id, at) -> since.add(id));

    assertThat(beyond)
        .containsExactlyInAnyOrder("site-1 e-3 " + (NOON + 3), "site-1 e-4 " + (NOON + 4));
    assertThat(since).containsExactly("e-4");
  }

  @Test
  void tellsDiscardsFromEvents() throws IOException {
    storeEvents(0, 5);
    storeDiscard(0, 5);
    storeDiscard(0, 7);
    storeDiscard(1, 2);

    StoredOffsets discards = history.discardsFrom(Map.of(0, 6L));

    assertThat(discards.contains(0, 4)).isFalse();
    assertThat(discards.contains(0, 5)).isFalse();
    assertThat(discards.contains(0, 7)).isTrue();
    assertThat(discards.contains(1, 2)).isTrue();
  }

  @Test
  void tellsWhenAMessageWasAppended() throws IOException {
    storeEvents(0, 5);
    storeDiscard(1, 2);

    assertThat(history.appendedAtMillis(Map.of(0, 4L, 1, 2L, 2, 0L)))
        .isEqualTo(Map.of(0, NOON + 4, 1, NOON + 2));
    assertThat(history.appendedAtMillis(Map.of())).isEmpty();
  }

  @Test
  void waitsForAnInsertThatAKilledTaskHasLeftRunning() throws Exception {
    ClickHouseRequests task = new ClickHouseRequests(store.endpoint(), Duration.ofSeconds(30));
    CompletableFuture<byte[]> insert =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return task.query(
                    "INSERT INTO events (_kafka_partition, _kafka_offset) SELECT 0, number FROM numbers(10) WHERE sleepEachRow(0.1) = 0");
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                !store
                    .query("SELECT 1 FROM system.processes WHERE query_kind = 'Insert'")
                    .isEmpty());

    StoredOffsets stored = history.offsets();

    assertThat(stored.firstAbsent(0, 0)).isEqualTo(10);
    insert.get(1, TimeUnit.MINUTES);
  }

  @Test
  void saysWhatIsWrongWhereTheSchemaIsMissing() {
    StoreHistory elsewhere =
        new StoreHistory(new ClickHouseEndpoint(store.endpoint().url(), "default", "default", ""));

    assertThatThrownBy(elsewhere::offsets)
        .hasMessage(
            "ClickHouse has no table events in the database of CLICKHOUSE_DSN: apply the files of deployments/clickhouse/schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "discards"})
  void saysWhatIsWrongWhereATableForgetsTokens(String table) throws IOException {
    String set = "ALTER TABLE analytics." + table + " MODIFY SETTING ";
    store.query(set + "non_replicated_deduplication_window = 0");
    try {
      assertThatThrownBy(history::offsets)
          .hasMessage(
              "The table %1$s forgets the tokens of inserts, so a retry could store rows twice: run ALTER TABLE %1$s MODIFY SETTING non_replicated_deduplication_window = 10000",
              table);
      store.query(
          "ALTER TABLE analytics." + table + " RESET SETTING non_replicated_deduplication_window");
      assertThatThrownBy(history::offsets).as("ClickHouse's default").hasMessageContaining(table);
    } finally {
      store.query(set + "non_replicated_deduplication_window = 10000");
    }
    assertThat(history.offsets().isEmpty()).isTrue();
  }

  @Test
  void saysWhatClickHouseSaysWhereItRefuses() {
    StoreHistory nobody = new StoreHistory(ClickHouseEndpoint.of(store.dsn(), "nobody", ""));

    assertThatThrownBy(nobody::offsets)
        .hasMessage("Cannot read what is stored")
        .hasRootCauseInstanceOf(ClickHouseException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2_000, 100_000})
  void beginsAnewWhereAnAnswerIsCutShort(int afterBytes) throws Exception {
    storeEvents(0, 20_000);
    storeEvents(1, 3);
    Set<String> events = new HashSet<>();
    try (CuttingProxy proxy = new CuttingProxy(store.endpoint())) {
      StoreHistory throughProxy = new StoreHistory(proxy.endpoint());
      proxy.cutAnswersAfter(afterBytes, 1);
      throughProxy.eventsSince(Instant.EPOCH, (site, id, at) -> events.add(id));
      proxy.cutAnswersAfter(afterBytes, 3);

      StoredOffsets stored = throughProxy.offsets();

      assertThat(stored.firstAbsent(0, 0)).isEqualTo(20_000);
      assertThat(stored.firstAbsent(1, 0)).isEqualTo(3);
    }
    assertThat(events).hasSize(20_000);
  }

  @Test
  void countsAStoredGapAndARowThatStandsTwiceForWhatTheyAre() throws IOException {
    storeEvents(0, 100);
    storeEvents(0, 90);
    store.query(
        "ALTER TABLE analytics.events DELETE WHERE _kafka_offset IN (40, 70) SETTINGS mutations_sync = 1");

    StoredOffsets stored = history.offsets();

    assertThat(stored.firstAbsent(0, 0)).isEqualTo(40);
    assertThat(stored.firstAbsent(0, 41)).isEqualTo(70);
    assertThat(stored.firstAbsent(0, 71)).isEqualTo(100);
  }

  @Test
  void doesNotTakeAFailureToLearnForAnOutage() throws IOException {
    storeEvents(0, 1);

    assertThatThrownBy(
            () ->
                history.eventsSince(
                    Instant.EPOCH,
                    (site, id, at) -> {
                      throw new IOException("the state's disk is full");
                    }))
        .hasRootCauseMessage("the state's disk is full");
  }

  private static void storeEvents(int partition, int count) throws IOException {
    store.query(
        "INSERT INTO analytics.events (site_id, event_id, _kafka_partition, _kafka_offset, _appended_at) SELECT 'site-1', concat('e-', toString(number)), %d, number, fromUnixTimestamp64Milli(toInt64(%d + number)) FROM numbers(%d)"
            .formatted(partition, NOON, count));
  }

  private static void storeDiscard(int partition, long offset) throws IOException {
    store.query(
        "INSERT INTO analytics.discards (reason, _kafka_partition, _kafka_offset, _appended_at) VALUES ('duplicate', %d, %d, fromUnixTimestamp64Milli(toInt64(%d)))"
            .formatted(partition, offset, NOON + offset));
  }
}
