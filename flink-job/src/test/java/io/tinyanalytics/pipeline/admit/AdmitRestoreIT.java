package io.tinyanalytics.pipeline.admit;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static io.tinyanalytics.pipeline.TestMessages.pageview;
import static io.tinyanalytics.pipeline.admit.MessagesAt.CHANGED;
import static io.tinyanalytics.pipeline.admit.MessagesAt.FIRST;
import static io.tinyanalytics.pipeline.admit.MessagesAt.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.stream.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admit knows after a restore, of an older checkpoint than the last commit above all. */
final class AdmitRestoreIT {

  private static final long DAY = Duration.ofDays(1).toMillis();

  @TempDir static Path folder;
  @AutoClose private static TestStore store;

  private final List<AdmitTask> tasks = new ArrayList<>();

  @BeforeAll
  static void startClickHouse() throws IOException {
    store = TestStore.start(folder);
  }

  @BeforeEach
  void emptyTables() throws IOException {
    store.truncate();
  }

  @AfterEach
  void closeTasks() throws Exception {
    for (AdmitTask task : tasks) {
      task.close();
    }
  }

  @Test
  void goesOnAfterARestoreWithWhatItHadSeen() throws Exception {
    AdmitTask before = start(null);
    before.decide(message(0, 1, NOON, FIRST));

    AdmitTask after = start(before.snapshot(1, 1));

    assertThat(after.decide(message(0, 2, NOON, FIRST))).isEqualTo("duplicate");
    assertThat(after.decide(message(0, 3, NOON, CHANGED))).isEqualTo("conflict");
  }

  @Test
  void holdsBackExactlyWhatIsStoredWhenOffsetsAreRewound() throws Exception {
    AdmitTask before = start(null);
    decideEach(before, 0, 0, 5);
    decideEach(before, 1, 0, 2);
    OperatorSubtaskState checkpoint = before.snapshot(1, 1);
    storeEvents(0, 0, 5);
    storeEvents(1, 0, 2);
    storeEvents(0, 5, 8); // committed after the checkpoint
    storeEvents(0, 9, 10);
    storeDiscard(1, 2, "p-1-2");

    AdmitTask after = start(checkpoint);

    assertThat(decideEach(after, 0, 5, 12))
        .containsExactly("stored", "stored", "stored", "event", "stored", "event", "event");
    assertThat(decideEach(after, 1, 2, 4)).containsExactly("held back", "event");
    assertThat(decideEach(after, 2, 0, 1)).containsExactly("event");
  }

  @Test
  void knowsStoredIdsBeforeTheirMessagesAreReplayed() throws Exception {
    AdmitTask before = start(null);
    decideEach(before, 0, 0, 5);
    OperatorSubtaskState checkpoint = before.snapshot(1, 1);
    storeEvent(1, 40, "e-1", NOON + 40); // of a partition that was not read yet

    AdmitTask after = start(checkpoint);

    assertThat(after.decide(message(0, 5, NOON + 50, FIRST))).isEqualTo("duplicate");
    assertThat(after.decide(message(1, 40, NOON + 40, FIRST))).isEqualTo("stored");
    assertThat(after.decide(message(1, 41, NOON + 60, FIRST))).isEqualTo("duplicate");
    // The store keeps no hash of the content, so that a conflict is taken for a duplicate.
    assertThat(after.decide(message(1, 42, NOON + 60, CHANGED))).isEqualTo("duplicate");
    assertThat(after.decide(message(0, 6, NOON + 40 + 7 * DAY, FIRST))).isEqualTo("event");
  }

  @Test
  void doesNotTakeADiscardForAnEvent() throws Exception {
    AdmitTask before = start(null);
    decideEach(before, 0, 0, 1);
    OperatorSubtaskState checkpoint = before.snapshot(1, 1);
    storeDiscard(1, 40, "e-1"); // a copy is stored, and the event itself is not

    AdmitTask after = start(checkpoint);

    assertThat(after.decide(message(0, 1, NOON, FIRST))).isEqualTo("event");
    assertThat(after.decide(message(1, 40, NOON, FIRST))).isEqualTo("held back");
  }

  @Test
  void holdsBackAgainWhenItDiesBehindTheFence() throws Exception {
    AdmitTask first = start(null);
    decideEach(first, 0, 0, 3);
    OperatorSubtaskState old = first.snapshot(1, 1);
    storeEvents(0, 0, 9);
    AdmitTask second = start(old);
    decideEach(second, 0, 3, 6);
    OperatorSubtaskState amidst = second.snapshot(2, 2);

    AdmitTask third = start(amidst);

    assertThat(decideEach(third, 0, 6, 10)).containsExactly("stored", "stored", "stored", "event");
  }

  @Test
  void learnsTheHorizonWhenItStartsWithoutState() throws Exception {
    long now = Instant.now().toEpochMilli();
    storeEvent(0, 0, "e-1", now - DAY);
    storeEvent(0, 1, "ancient", now - 15 * DAY);
    RawEvent ancient = pageview("ancient", "https://example.com/");

    AdmitTask admit = start(null);

    assertThat(admit.ids()).isEqualTo(1);
    assertThat(admit.decide(message(0, 0, now - DAY, FIRST))).isEqualTo("stored");
    assertThat(admit.decide(message(0, 2, now, FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 3, now, ancient))).isEqualTo("event");
  }

  @Test
  void keepsAllWhenItIsScaledOutAndIn() throws Exception {
    AdmitTask one = start(null);
    decideEach(one, 0, 0, 50);
    decideEach(one, 1, 0, 30);
    OperatorSubtaskState whole = one.snapshot(1, 1);
    storeEvents(0, 45, 60);

    AdmitTask left = start(2, 0, split(whole, 1, 2, 0));
    AdmitTask right = start(2, 1, split(whole, 1, 2, 1));
    assertThat(left.ids()).isPositive();
    assertThat(right.ids()).isPositive();
    assertThat(left.ids() + right.ids()).as("no id is in two tasks").isEqualTo(80 + 10);
    for (int offset = 60; offset < 80; offset++) {
      RawMessage message = message(0, offset, pageview("p-0-" + offset, "https://example.com/"));
      assertThat(ownerOf(message, left, right).decide(message)).isEqualTo("event");
    }
    OperatorSubtaskState halves =
        AbstractStreamOperatorTestHarness.repackageState(left.snapshot(2, 2), right.snapshot(2, 2));

    AdmitTask again = start(1, 0, split(halves, 2, 1, 0));
    assertThat(again.ids()).isEqualTo(80 + 10 + 20);
    for (int offset = 0; offset < 80; offset++) {
      RawEvent copy = pageview("p-0-" + offset, "https://example.com/");
      assertThat(again.decide(message(2, offset, NOON, copy))).isEqualTo("duplicate");
    }
    assertThat(decideEach(again, 0, 80, 81)).containsExactly("event");
  }

  private static AdmitTask ownerOf(RawMessage message, AdmitTask left, AdmitTask right) {
    int keyGroup =
        KeyGroupRangeAssignment.assignToKeyGroup(message.key().high(), AdmitTask.MAX_PARALLELISM);
    return keyGroup < AdmitTask.MAX_PARALLELISM / 2 ? left : right;
  }

  private AdmitTask start(@Nullable OperatorSubtaskState checkpoint) throws Exception {
    return start(1, 0, checkpoint);
  }

  private AdmitTask start(int parallelism, int index, @Nullable OperatorSubtaskState checkpoint)
      throws Exception {
    AdmitTask task = AdmitTask.start(store, parallelism, index, checkpoint);
    tasks.add(task);
    return task;
  }

  private static OperatorSubtaskState split(
      OperatorSubtaskState state, int oldParallelism, int newParallelism, int index) {
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        state, AdmitTask.MAX_PARALLELISM, oldParallelism, newParallelism, index);
  }

  /** Decides a page view of its own for each offset from {@code from} up to {@code to}. */
  private static List<String> decideEach(AdmitTask admit, int partition, int from, int to)
      throws Exception {
    List<String> decisions = new ArrayList<>();
    for (int offset = from; offset < to; offset++) {
      RawEvent raw = pageview("p-" + partition + "-" + offset, "https://example.com/");
      decisions.add(admit.decide(message(partition, offset, raw)));
    }
    return decisions;
  }

  private static void storeEvents(int partition, int from, int to) throws IOException {
    for (int offset = from; offset < to; offset++) {
      storeEvent(partition, offset, "p-" + partition + "-" + offset, NOON + offset);
    }
  }

  private static void storeEvent(int partition, long offset, String eventId, long appendedAt)
      throws IOException {
    store.query(
        "INSERT INTO analytics.events (site_id, event_id, _kafka_partition, _kafka_offset, _appended_at) VALUES ('site-1', '%s', %d, %d, fromUnixTimestamp64Milli(%d))"
            .formatted(eventId, partition, offset, appendedAt));
  }

  private static void storeDiscard(int partition, long offset, String eventId) throws IOException {
    store.query(
        "INSERT INTO analytics.discards (reason, site_id, event_id, _kafka_partition, _kafka_offset, _appended_at) VALUES ('duplicate', 'site-1', '%s', %d, %d, fromUnixTimestamp64Milli(%d))"
            .formatted(eventId, partition, offset, NOON));
  }
}
