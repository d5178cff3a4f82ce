package io.tinyanalytics.pipeline.admit;

import io.tinyanalytics.event.DiscardReason;
import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.history.StoreHistory;
import io.tinyanalytics.pipeline.history.StoredOffsets;
import io.tinyanalytics.pipeline.stream.Discard;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.Verdict;
import java.time.Instant;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one decision for each message: an event or a discard. If several messages have the same
 * site and event id, the first one is the event. A later copy within the {@linkplain DedupeHorizon
 * horizon} is a duplicate, or a conflict if its content differs. Only a valid event uses up its id.
 * A replayed message that is stored already is not decided again: an event goes on, marked as
 * stored, and a discard ends here.
 *
 * <p>This is an operator instead of a process function for one reason: before the first message, it
 * must write the stored events into the state of keys that no message has used yet.
 */
@SuppressWarnings("NullAway.Init") // Flink opens an operator before it uses it
public final class AdmitOperator extends AbstractStreamOperator<Verdict>
    implements OneInputStreamOperator<RawMessage, Verdict> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AdmitOperator.class);

  private final ClickHouseEndpoint clickHouse;
  private final DedupeHorizon horizon;

  private transient Positions positions;
  private transient ListState<Tuple2<Integer, Long>> positionState;
  private transient ValueState<byte[]> seenState;
  private transient Fence fence;
  private transient AdmitMetrics counters;
  private transient boolean restored;

  public AdmitOperator(ClickHouseEndpoint clickHouse, DedupeHorizon horizon) {
    this.clickHouse = clickHouse;
    this.horizon = horizon;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    restored = context.isRestored();
    positions = new Positions();
    positionState = context.getOperatorStateStore().getUnionListState(Positions.STATE);
    positions.restore(positionState.get());
  }

  @Override
  public void open() throws Exception {
    super.open();
    counters = new AdmitMetrics(getMetricGroup());
    seenState = getRuntimeContext().getState(horizon.state());
    StoreHistory history = new StoreHistory(clickHouse);
    StoredOffsets stored = history.offsetsFrom(positions.byPartition());
    if (!restored) {
      history.eventsSince(horizon.earliestNeeded(Instant.now()), this::learn);
    } else if (!stored.isEmpty()) {
      history.eventsFrom(positions.byPartition(), this::learn);
    }
    fence = new Fence(stored, history.discardsFrom(positions.byPartition()));
    LOG.info("Learnt {} stored events", counters.learnt());
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    positionState.update(positions.snapshot());
  }

  @Override
  public void processElement(StreamRecord<RawMessage> element) throws Exception {
    RawMessage message = element.getValue();
    positions.read(message.at().partition(), message.at().offset());
    Verdict verdict =
        switch (fence.find(message.at())) {
          case NOWHERE -> decide(message);
          case EVENTS -> again(message);
          case DISCARDS -> null;
        };
    if (verdict == null || verdict.stored()) {
      counters.heldBack();
    } else {
      counters.decided(verdict);
    }
    if (verdict != null) {
      output.collect(element.replace(verdict));
    }
  }

  /**
   * A stored event, which goes on to rebuild its visit. It was learnt, so it is not looked up. Null
   * if this version of the job cannot read it: then its visit lacks it.
   */
  private static @Nullable Verdict again(RawMessage message) {
    MessageHeaders headers = message.headers();
    Verdict verdict = headers == null ? null : validate(message, headers);
    return verdict == null || verdict.event() == null
        ? null
        : new Verdict(message, true, verdict.event(), null);
  }

  private Verdict decide(RawMessage message) throws Exception {
    MessageHeaders headers = message.headers();
    if (headers == null) {
      return discard(
          message,
          Discard.broken(
              DiscardReason.MALFORMED, "the headers do not follow the wire contract", message));
    }
    SeenEvents seen = SeenEvents.of(seenState.value());
    int found = seen.find(message.key().low());
    long appendedAt = message.at().appendedAtMillis();
    if (found >= 0 && horizon.covers(seen.appendedAtMillis(found), appendedAt)) {
      boolean conflict = isConflict(seen.content(found), headers.content());
      return discard(
          message,
          Discard.copy(conflict ? DiscardReason.CONFLICT : DiscardReason.DUPLICATE, headers));
    }
    Verdict verdict = validate(message, headers);
    if (verdict.event() != null) {
      seenState.update(seen.with(message.key().low(), appendedAt, headers.content()));
    }
    return verdict;
  }

  private static boolean isConflict(long first, long copy) {
    return first != SeenEvents.UNKNOWN_CONTENT && first != copy;
  }

  private static Verdict validate(RawMessage message, MessageHeaders headers) {
    try {
      RawEvent event = EventValidator.validate(headers, message.value());
      return new Verdict(message, false, event, null);
    } catch (EventFormatException e) {
      return discard(
          message,
          Discard.broken(DiscardReason.MALFORMED, String.valueOf(e.getMessage()), message));
    } catch (RuntimeException e) {
      LOG.error("Cannot read the message at {}", message.at(), e);
      return discard(
          message, Discard.broken(DiscardReason.INTERNAL_ERROR, e.getClass().getName(), message));
    }
  }

  private static Verdict discard(RawMessage message, Discard discard) {
    return new Verdict(message, false, null, discard);
  }

  /** Marks a stored event as seen if this task owns its key. */
  private void learn(String siteId, String eventId, long appendedAtMillis) throws Exception {
    EventKey key = EventKey.of(siteId, eventId);
    TaskInfo task = getRuntimeContext().getTaskInfo();
    int owner =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key.high(), task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
    if (owner != task.getIndexOfThisSubtask()) {
      return;
    }
    setCurrentKey(key.high());
    SeenEvents seen = SeenEvents.of(seenState.value());
    int found = seen.find(key.low());
    if (found < 0 || seen.appendedAtMillis(found) < appendedAtMillis) {
      seenState.update(seen.with(key.low(), appendedAtMillis, SeenEvents.UNKNOWN_CONTENT));
      counters.learntOne();
    }
  }
}
