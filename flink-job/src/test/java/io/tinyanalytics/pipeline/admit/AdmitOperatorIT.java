package io.tinyanalytics.pipeline.admit;

import static io.tinyanalytics.pipeline.TestMessages.NOON;
import static io.tinyanalytics.pipeline.TestMessages.pageview;
import static io.tinyanalytics.pipeline.admit.MessagesAt.CHANGED;
import static io.tinyanalytics.pipeline.admit.MessagesAt.FIRST;
import static io.tinyanalytics.pipeline.admit.MessagesAt.at;
import static io.tinyanalytics.pipeline.admit.MessagesAt.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admit decides about a message, by what it has seen. */
final class AdmitOperatorIT {

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
  void admitsTheFirstOfAnIdAndTellsItsCopiesApart() throws Exception {
    AdmitTask admit = start();

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
    AdmitTask admit = start();
    MessageHeaders headers = new MessageHeaders("site-1", "e-1", 1);
    RawMessage garbage = message(0, 1, NOON, headers, "no json".getBytes(UTF_8));
    RawMessage bare = new RawMessage(at(0, 2, NOON), null, new EventKey(7, 7), 42, new byte[0]);

    assertThat(admit.decide(garbage)).isEqualTo("malformed");
    assertThat(admit.decide(bare)).isEqualTo("malformed");
    assertThat(admit.ids()).isZero();
    assertThat(admit.decide(message(0, 3, NOON, FIRST))).isEqualTo("event");
  }

  @Test
  void doesNotLetHeadersUseUpAnIdThatTheyLieAbout() throws Exception {
    AdmitTask admit = start();
    MessageHeaders lie = new MessageHeaders("site-1", "e-1", 1);
    RawEvent other = pageview("e-2", "https://example.com/");

    assertThat(admit.decide(message(0, 1, NOON, lie, EventJson.write(other))))
        .isEqualTo("malformed");
    assertThat(admit.decide(message(0, 2, NOON, FIRST))).isEqualTo("event");
    assertThat(admit.decide(message(0, 3, NOON, other))).isEqualTo("event");
  }

  @Test
  void tellsApartEventsWhoseKeysBeginAlike() throws Exception {
    AdmitTask admit = start();
    RawEvent other = pageview("e-2", "https://example.com/");

    assertThat(admit.decide(message(0, 1, NOON, new EventKey(7, 1), FIRST))).isEqualTo("event");
    assertThat(admit.decide(message(0, 2, NOON, new EventKey(7, 2), other))).isEqualTo("event");
    assertThat(admit.decide(message(0, 3, NOON, new EventKey(7, 1), FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 4, NOON, new EventKey(7, 2), other))).isEqualTo("duplicate");
    assertThat(admit.ids()).isEqualTo(1);
  }

  @Test
  void takesACopyBeyondTheHorizonAsANewEvent() throws Exception {
    AdmitTask admit = start();

    assertThat(admit.decide(message(0, 1, NOON, FIRST))).isEqualTo("event");
    assertThat(admit.decide(message(0, 2, NOON + 7 * DAY - 1, FIRST))).isEqualTo("duplicate");
    assertThat(admit.decide(message(0, 3, NOON + 7 * DAY, CHANGED))).isEqualTo("event");
    assertThat(admit.decide(message(0, 4, NOON + 8 * DAY, FIRST))).isEqualTo("conflict");
  }

  @Test
  void forgetsNothingDuringAnOutage() throws Exception {
    AdmitTask admit = start();
    assertThat(admit.decide(message(0, 1, NOON, FIRST))).isEqualTo("event");

    admit.setStateTtlProcessingTime(13 * DAY);

    assertThat(admit.decide(message(0, 2, NOON + 1, FIRST))).isEqualTo("duplicate");
  }

  @Test
  void cleansUpWhatNoMessageCanNeedAnyMore() throws Exception {
    AdmitTask admit = start();
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

  private AdmitTask start() throws Exception {
    AdmitTask task = AdmitTask.start(store, null);
    tasks.add(task);
    return task;
  }
}
