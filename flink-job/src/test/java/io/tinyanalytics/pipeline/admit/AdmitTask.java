package io.tinyanalytics.pipeline.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.TestStore;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.stream.Discard;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.Verdict;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** One task of the operator, with a real ClickHouse behind its fence. */
@SuppressWarnings("try") // the harness closes with any exception
final class AdmitTask extends KeyedOneInputStreamOperatorTestHarness<Long, RawMessage, Verdict> {

  static final int MAX_PARALLELISM = 128;

  private static final DedupeHorizon WEEK = new DedupeHorizon(Duration.ofDays(7));

  private AdmitTask(ClickHouseEndpoint store, int parallelism, int index) throws Exception {
    super(
        new AdmitOperator(store, WEEK),
        message -> message.key().high(),
        Types.LONG,
        MAX_PARALLELISM,
        parallelism,
        index);
  }

  /** Starts the only task, from a checkpoint or without state. */
  static AdmitTask start(TestStore store, @Nullable OperatorSubtaskState checkpoint)
      throws Exception {
    return start(store, 1, 0, checkpoint);
  }

  /** Starts one task of several. */
  static AdmitTask start(
      TestStore store, int parallelism, int index, @Nullable OperatorSubtaskState checkpoint)
      throws Exception {
    AdmitTask task = new AdmitTask(store.endpoint(), parallelism, index);
    if (checkpoint != null) {
      task.initializeState(checkpoint);
    }
    task.open();
    return task;
  }

  /**
   * The word for what became of a message: event, a discard's reason, stored if it goes on as an
   * event that is stored already, or held back.
   */
  String decide(RawMessage message) throws Exception {
    getOutput().clear();
    processElement(new StreamRecord<>(message));
    List<Verdict> verdicts = extractOutputValues();
    if (verdicts.isEmpty()) {
      return "held back";
    }
    assertThat(verdicts).hasSize(1);
    if (verdicts.get(0).stored()) {
      return "stored";
    }
    Discard discard = verdicts.get(0).discard();
    return discard == null ? "event" : discard.reason().word();
  }

  int ids() {
    return numKeyedStateEntries();
  }
}
