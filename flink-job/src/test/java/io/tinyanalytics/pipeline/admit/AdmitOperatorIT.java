package io.tinyanalytics.pipeline.admit;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static io.tinyanalytics.pipeline.TestMessages.content;
import static io.tinyanalytics.pipeline.TestMessages.pageview;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.Discard;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admit decides, before and after a restore, with a real ClickHouse behind the fence. */
final class AdmitOperatorIT {

  private static final int MAX_PARALLELISM = 128;
  private static final DedupeHorizon WEEK = new DedupeHorizon(Duration.ofDays(7));
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final RawEvent FIRST = pageview("e-1", "https://example.com/first");
  private static final RawEvent CHANGED = pageview("e-1", "https://example.com/changed");

  @TempDir static Path folder;
  @AutoClose private static TestStore store;

  private final List<Admit> tasks = new ArrayList<>();

  /** One task of the operator. */
  @SuppressWarnings("try") // the harness closes with any exception
  private static final class Admit
      extends KeyedOneInputStreamOperatorTestHarness<Long, RawMessage, Verdict> {
    Admit(int parallelism, int index) throws Exception {
      super(
          new AdmitOperator(store.endpoint(), WEEK),
          message -> message.key().high(),
          Types.LONG,
          MAX_PARALLELISM,
          parallelism,
          index);
    }

    /** The word for what became of a message: event, a discard's reason, or held back. */
    String decide(RawMessage message) throws Exception {
      getOutput().clear();
      processElement(new StreamRecord<>(message));
      List<Verdict> verdicts = extractOutputValues();
      if (verdicts.isEmpty()) {
        return "held back";
      }
      assertThat(verdicts).hasSize(1);
      Discard discard = verdicts.get(0).discard();
      return discard == null ? "event" : discard.reason().word();
    }

    int ids() {
      return numKeyedStateEntries();
    }
  }

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
    for (Admit task : tasks) {
      task.close();
    }
  }

  @Test
  void admitsTheFirstOfAnIdAndTellsItsCopiesApart() throws Exception {
    Admit admit = start(null);

    assertThat(admit.decide(message(0, 1, NOON, FIRST))).isEqualTo("event");
    assertThat(admit.decide(message(1, 1, NOON, FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 2, NOON, CHANGED))).isEqualTo("conflict");
    assertThat(admit.decide(message(0, 3, NOON, FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 4, NOON, pageview("e-2", "https://example.com/"))))
        .isEqualTo("event");
    assertThat(admit.ids()).isEqualTo(2);
  }

  @Test
  void keepsNoTraceOfAMalformedMessage() throws Exception {
    Admit admit = start(null);
    MessageHeaders headers = new MessageHeaders("site-1", "e-1", 1);
    RawMessage garbage = message(0, 1, NOON, headers, "no json".getBytes(UTF_8));
    RawMessage bare = new RawMessage(at(0, 2, NOON), null, new EventKey(7, 7), new byte[0]);

    assertThat(admit.decide(garbage)).isEqualTo("malformed");
    assertThat(admit.decide(bare)).isEqualTo("malformed");
    assertThat(admit.ids()).isZero();
    assertThat(admit.decide(message(0, 3, NOON, FIRST))).isEqualTo("event");
  }

  @Test
  void doesNotLetHeadersUseUpAnIdThatTheyLieAbout() throws Exception {
    Admit admit = start(null);
    MessageHeaders lie = new MessageHeaders("site-1", "e-1", 1);
    RawEvent other = pageview("e-2", "https://example.com/");

    assertThat(admit.decide(message(0, 1, NOON, lie, EventJson.write(other))))
        .isEqualTo("malformed");
    assertThat(admit.decide(message(0, 2, NOON, FIRST))).isEqualTo("event");
    assertThat(admit.decide(message(0, 3, NOON, other))).isEqualTo("event");
  }

  @Test
  void tellsApartEventsWhoseKeysBeginAlike() throws Exception {
    Admit admit = start(null);
    RawEvent other = pageview("e-2", "https://example.com/");

    assertThat(admit.decide(message(0, 1, NOON, new EventKey(7, 1), FIRST))).isEqualTo("event");
    assertThat(admit.decide(message(0, 2, NOON, new EventKey(7, 2), other))).isEqualTo("event");
    assertThat(admit.decide(message(0, 3, NOON, new EventKey(7, 1), FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 4, NOON, new EventKey(7, 2), other))).isEqualTo("duplicate");
    assertThat(admit.ids()).isEqualTo(1);
  }

  @Test
  void takesACopyBeyondTheHorizonAsANewEvent() throws Exception {
    Admit admit = start(null);

    assertThat(admit.decide(message(0, 1, NOON, FIRST))).isEqualTo("event");
    assertThat(admit.decide(message(0, 2, NOON + 7 * DAY - 1, FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 3, NOON + 7 * DAY, CHANGED))).isEqualTo("event");
    assertThat(admit.decide(message(0, 4, NOON + 8 * DAY, FIRST))).isEqualTo("conflict");
  }

  @Test
  void forgetsNothingDuringAnOutage() throws Exception {
    Admit admit = start(null);
    assertThat(admit.decide(message(0, 1, NOON, FIRST))).isEqualTo("event");

    admit.setStateTtlProcessingTime(13 * DAY);

    assertThat(admit.decide(message(0, 2, NOON + 1, FIRST))).isEqualTo("duplicate");
  }

  @Test
  void cleansUpWhatNoMessageCanNeedAnyMore() throws Exception {
    Admit admit = start(null);
    for (int i = 0; i < 10; i++) {
      admit.decide(message(0, i, NOON, pageview("old-" + i, "https://example.com/")));
    }
    assertThat(admit.ids()).isEqualTo(10);

    admit.setStateTtlProcessingTime(15 * DAY);
    for (int i = 10; i < 1_000; i++) { // each look-up cleans a little
      admit.decide(message(0, i, NOON + 15 * DAY, FIRST));
    }

    assertThat(admit.ids()).isEqualTo(1);
  }

  @Test
  void goesOnAfterARestoreWithWhatItHadSeen() throws Exception {
    Admit before = start(null);
    before.decide(message(0, 1, NOON, FIRST));

    Admit after = start(before.snapshot(1, 1));

    assertThat(after.decide(message(0, 2, NOON, FIRST))).isEqualTo("duplicate");
    assertThat(after.decide(message(0, 3, NOON, CHANGED))).isEqualTo("conflict");
  }

  @Test
  void holdsBackExactlyWhatIsStoredWhenOffsetsAreRewound() throws Exception {
    Admit before = start(null);
    decideEach(before, 0, 0, 5);
    decideEach(before, 1, 0, 2);
    OperatorSubtaskState checkpoint = before.snapshot(1, 1);
    storeEvents(0, 0, 5);
    storeEvents(1, 0, 2);
    storeEvents(0, 5, 8); // committed after the checkpoint
    storeEvents(0, 9, 10);
    storeDiscard(1, 2, "p-1-2");

    Admit after = start(checkpoint);

    assertThat(decideEach(after, 0, 5, 12))
        .containsExactly(
            "held back", "held back", "held back", "event", "held back", "event", "event");
    assertThat(decideEach(after, 1, 2, 4)).containsExactly("held back", "event");
    assertThat(decideEach(after, 2, 0, 1)).containsExactly("event");
  }

  @Test
  void knowsStoredIdsBeforeTheirMessagesAreReplayed() throws Exception {
    Admit before = start(null);
    decideEach(before, 0, 0, 5);
    OperatorSubtaskState checkpoint = before.snapshot(1, 1);
    storeEvent(1, 40, "e-1", NOON + 40); // of a partition that was not read yet

    Admit after = start(checkpoint);

    assertThat(after.decide(message(0, 5, NOON + 50, FIRST))).isEqualTo("duplicate");
    assertThat(after.decide(message(1, 40, NOON + 40, FIRST))).isEqualTo("held back");
    assertThat(after.decide(message(1, 41, NOON + 60, FIRST))).isEqualTo("duplicate");
    // The store keeps no hash of the content, so that a conflict is taken for a duplicate.
    assertThat(after.decide(message(1, 42, NOON + 60, CHANGED))).isEqualTo("duplicate");
    assertThat(after.decide(message(0, 6, NOON + 40 + 7 * DAY, FIRST))).isEqualTo("event");
  }

  @Test
  void doesNotTakeADiscardForAnEvent() throws Exception {
    Admit before = start(null);
    decideEach(before, 0, 0, 1);
    OperatorSubtaskState checkpoint = before.snapshot(1, 1);
    storeDiscard(1, 40, "e-1"); // a copy is stored, and the event itself is not

    Admit after = start(checkpoint);

    assertThat(after.decide(message(0, 1, NOON, FIRST))).isEqualTo("event");
    assertThat(after.decide(message(1, 40, NOON, FIRST))).isEqualTo("held back");
  }

  @Test
  void holdsBackAgainWhenItDiesBehindTheFence() throws Exception {
    Admit first = start(null);
    decideEach(first, 0, 0, 3);
    OperatorSubtaskState old = first.snapshot(1, 1);
    storeEvents(0, 0, 9);
    Admit second = start(old);
    decideEach(second, 0, 3, 6);
    OperatorSubtaskState amidst = second.snapshot(2, 2);

    Admit third = start(amidst);

    assertThat(decideEach(third, 0, 6, 10))
        .containsExactly("held back", "held back", "held back", "event");
  }

  @Test
  void learnsTheHorizonWhenItStartsWithoutState() throws Exception {
    long now = Instant.now().toEpochMilli();
    storeEvent(0, 0, "e-1", now - DAY);
    storeEvent(0, 1, "ancient", now - 15 * DAY);
    RawEvent ancient = pageview("ancient", "https://example.com/");

    Admit admit = start(null);

    assertThat(admit.ids()).isEqualTo(1);
    assertThat(admit.decide(message(0, 0, now - DAY, FIRST))).isEqualTo("held back");
    assertThat(admit.decide(message(0, 2, now, FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 3, now, ancient))).isEqualTo("event");
  }

  @Test
  void keepsAllWhenItIsScaledOutAndIn() throws Exception {
    Admit one = start(null);
    decideEach(one, 0, 0, 50);
    decideEach(one, 1, 0, 30);
    OperatorSubtaskState whole = one.snapshot(1, 1);
    storeEvents(0, 45, 60);

    Admit left = start(2, 0, split(whole, 1, 2, 0));
    Admit right = start(2, 1, split(whole, 1, 2, 1));
    assertThat(left.ids()).isPositive();
    assertThat(right.ids()).isPositive();
    assertThat(left.ids() + right.ids()).as("no id is in two tasks").isEqualTo(80 + 10);
    for (int offset = 60; offset < 80; offset++) {
      RawMessage message = message(0, offset, pageview("p-0-" + offset, "https://example.com/"));
      assertThat(ownerOf(message, left, right).decide(message)).isEqualTo("event");
    }
    OperatorSubtaskState halves =
        AbstractStreamOperatorTestHarness.repackageState(left.snapshot(2, 2), right.snapshot(2, 2));

    Admit again = start(1, 0, split(halves, 2, 1, 0));
    assertThat(again.ids()).isEqualTo(80 + 10 + 20);
    for (int offset = 0; offset < 80; offset++) {
      RawEvent copy = pageview("p-0-" + offset, "https://example.com/");
      assertThat(again.decide(message(2, offset, NOON, copy))).isEqualTo("duplicate");
    }
    assertThat(decideEach(again, 0, 80, 81)).containsExactly("event");
  }

  private static Admit ownerOf(RawMessage message, Admit left, Admit right) {
    int keyGroup = KeyGroupRangeAssignment.assignToKeyGroup(message.key().high(), MAX_PARALLELISM);
    return keyGroup < MAX_PARALLELISM / 2 ? left : right;
  }

  private Admit start(@Nullable OperatorSubtaskState checkpoint) throws Exception {
    return start(1, 0, checkpoint);
  }

  private Admit start(int parallelism, int index, @Nullable OperatorSubtaskState checkpoint)
      throws Exception {
    Admit task = new Admit(parallelism, index);
    tasks.add(task);
    if (checkpoint != null) {
      task.initializeState(checkpoint);
    }
    task.open();
    return task;
  }

  private static OperatorSubtaskState split(
      OperatorSubtaskState state, int oldParallelism, int newParallelism, int index) {
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        state, MAX_PARALLELISM, oldParallelism, newParallelism, index);
  }

  /** Decides a page view of its own for each offset from {@code from} up to {@code to}. */
  private static List<String> decideEach(Admit admit, int partition, int from, int to)
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

  private static RawMessage message(int partition, long offset, RawEvent raw) {
    return message(partition, offset, NOON + offset, raw);
  }

  private static RawMessage message(int partition, long offset, long appendedAt, RawEvent raw) {
    EventKey key = EventKey.of(raw.event().siteId(), raw.eventId());
    return message(at(partition, offset, appendedAt), key, raw);
  }

  private static RawMessage message(
      int partition, long offset, long appendedAt, EventKey key, RawEvent raw) {
    return message(at(partition, offset, appendedAt), key, raw);
  }

  private static RawMessage message(Coordinates at, EventKey key, RawEvent raw) {
    MessageHeaders headers =
        new MessageHeaders(
            raw.event().siteId(), raw.eventId(), Long.parseUnsignedLong(content(raw), 16));
    return new RawMessage(at, headers, key, EventJson.write(raw));
  }

  private static RawMessage message(
      int partition, long offset, long appendedAt, MessageHeaders headers, byte[] value) {
    return new RawMessage(
        at(partition, offset, appendedAt),
        headers,
        EventKey.of(headers.siteId(), headers.eventId()),
        value);
  }

  private static Coordinates at(int partition, long offset, long appendedAt) {
    return new Coordinates(partition, offset, appendedAt);
  }
}
