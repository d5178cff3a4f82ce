package io.tinyanalytics.pipeline.sessionize;

import static io.tinyanalytics.pipeline.sessionize.TestEvent.pageview;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.DiscardReason;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.Discard;
import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.VisitChange;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;

final class SessionizeOperatorTest {

  private static final int MAX_PARALLELISM = 128;
  private static final Discard DISCARD =
      new Discard(DiscardReason.DUPLICATE, "", "site-1", "e-1", new byte[0]);

  private final List<AutoCloseable> tasks = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable task : tasks) {
      task.close();
    }
  }

  @Test
  void worksEventsOffBeforeTheBarrierInKafkasOrder() throws Exception {
    Task task = start(1, 0, null);
    task.process(event(1, 2, pageview("/b").key(22).afterMinutes(1)));
    task.process(event(1, 1, pageview("/a").key(11)));
    assertThat(task.rows()).isEmpty();

    task.prepareSnapshotPreBarrier(1);

    assertThat(task.rows()).extracting(row -> row.at().offset()).containsExactly(1L, 2L);
    assertThat(task.changes()).extracting(VisitChange::visitId).containsExactly(11L, 11L);
  }

  @Test
  void isTheSameWhateverOvertookWhat() throws Exception {
    Task task = start(1, 0, null);
    task.process(event(1, 3, pageview("/c").key(33).afterMinutes(50)));
    task.process(event(1, 1, pageview("/a").key(11)));
    task.process(event(1, 2, pageview("/b").key(22).afterMinutes(25)));

    task.prepareSnapshotPreBarrier(1);

    assertThat(task.changes()).extracting(VisitChange::visitId).containsOnly(11L);
  }

  @Test
  void passesDiscardsOnAtOnce() throws Exception {
    Task task = start(1, 0, null);
    task.process(new EnrichedRow(new Coordinates(0, 5, 5), 1, false, null, DISCARD));

    assertThat(task.rows())
        .extracting(StoreRow::discard)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(DISCARD);
  }

  @Test
  void rebuildsVisitsFromWhatIsStoredAndStoresNothingTwice() throws Exception {
    Task task = start(1, 0, null);
    task.process(
        new EnrichedRow(new Coordinates(0, 1, 1), 1, true, pageview("/a").key(11).row(), null));
    task.process(event(1, 2, pageview("/b").key(22).afterMinutes(1)));

    task.prepareSnapshotPreBarrier(1);

    assertThat(task.rows()).extracting(row -> row.at().offset()).containsExactly(2L);
    assertThat(task.changes()).extracting(VisitChange::visitId).containsExactly(11L);
  }

  @Test
  void goesOnFromACheckpoint() throws Exception {
    Task before = start(1, 0, null);
    before.process(event(1, 1, pageview("/a").key(11)));
    OperatorSubtaskState checkpoint = before.checkpoint(1);

    Task after = start(1, 0, checkpoint);
    after.process(event(1, 2, pageview("/b").key(22).afterMinutes(1)));
    after.prepareSnapshotPreBarrier(2);

    assertThat(after.changes()).extracting(VisitChange::visitId).containsExactly(11L);
    assertThat(after.changes()).extracting(VisitChange::started).containsExactly(false);
  }

  @Test
  void keepsEachKeyWhenItIsRescaled() throws Exception {
    int keys = 100;
    Task before = start(1, 0, null);
    for (int key = 1; key <= keys; key++) {
      before.process(event(key, key, pageview("/a").key(key).of(key)));
    }
    OperatorSubtaskState checkpoint = before.checkpoint(1);

    int found = 0;
    for (int index = 0; index < 2; index++) {
      Task after = start(2, index, checkpoint);
      for (int key = 1; key <= keys; key++) {
        if (after.owns(key)) {
          after.process(event(key, keys + key, pageview("/b").key(1_000).of(key)));
          found++;
        }
      }
      after.prepareSnapshotPreBarrier(2);
      assertThat(after.changes()).isNotEmpty().extracting(VisitChange::started).containsOnly(false);
    }
    assertThat(found).isEqualTo(keys);
  }

  @Test
  void worksOffWhatIsLeftAtTheEndOfInput() throws Exception {
    Task task = start(1, 0, null);
    task.process(event(1, 1, pageview("/a").key(11)));

    task.getOneInputOperator().finish();

    assertThat(task.changes()).extracting(VisitChange::visitId).containsExactly(11L);
  }

  private static EnrichedRow event(long messageKey, long offset, TestEvent event) {
    return new EnrichedRow(
        new Coordinates(0, offset, offset), messageKey, false, event.row(), null);
  }

  private Task start(int parallelism, int index, @Nullable OperatorSubtaskState checkpoint)
      throws Exception {
    Task task = new Task(parallelism, index);
    tasks.add(task);
    if (checkpoint != null) {
      task.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              checkpoint, MAX_PARALLELISM, 1, parallelism, index));
    }
    task.open();
    return task;
  }

  @SuppressWarnings("try") // the harness closes with any exception
  private static final class Task
      extends KeyedOneInputStreamOperatorTestHarness<Long, EnrichedRow, StoreRow> {

    private final int parallelism;
    private final int index;

    Task(int parallelism, int index) throws Exception {
      super(
          new SessionizeOperator(new VisitHorizon(Duration.ofDays(2))),
          EnrichedRow::messageKey,
          Types.LONG,
          MAX_PARALLELISM,
          parallelism,
          index);
      this.parallelism = parallelism;
      this.index = index;
    }

    boolean owns(long key) {
      return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism)
          == index;
    }

    void process(EnrichedRow row) throws Exception {
      processElement(new StreamRecord<>(row));
    }

    OperatorSubtaskState checkpoint(long id) throws Exception {
      prepareSnapshotPreBarrier(id);
      return snapshot(id, id);
    }

    List<StoreRow> rows() {
      return extractOutputValues();
    }

    List<VisitChange> changes() {
      return rows().stream().map(row -> requireNonNull(row.change())).toList();
    }
  }
}
