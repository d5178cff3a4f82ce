package io.tinyanalytics.pipeline.sessionize;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.VisitChange;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.runtime.io.disk.iomanager.IOManager;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each event into a visit, once per checkpoint and in Kafka's order.
 *
 * <p>On their way here, the events of a visitor may change places. Rows become visible with a
 * checkpoint only, so the events between two checkpoints are gathered, and worked off in the order
 * of Kafka before the barrier goes on. Checkpoints are aligned: at that moment, every message below
 * the source's offsets of this checkpoint has arrived, and none above. So visits depend on the
 * topic alone, and are the same after every replay. The gathered events are not state, because none
 * are left when the state is written.
 *
 * <p>This is an operator instead of a process function because only an operator is called before
 * the barrier.
 */
@SuppressWarnings("NullAway.Init") // Flink opens an operator before it uses it
public final class SessionizeOperator extends AbstractStreamOperator<StoreRow>
    implements OneInputStreamOperator<EnrichedRow, StoreRow> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SessionizeOperator.class);

  private final VisitHorizon horizon;

  private transient GatheredEvents gathered;
  private transient Visitors visitors;
  private transient SessionizeMetrics counters;
  private transient StreamRecord<StoreRow> record;
  private transient long currentKey;
  private transient boolean hasCurrentKey;

  public SessionizeOperator(VisitHorizon horizon) {
    this.horizon = horizon;
  }

  @Override
  public void open() throws Exception {
    super.open();
    MapState<Long, byte[]> states = getRuntimeContext().getMapState(horizon.visitors());
    MapState<Long, Long> seen = getRuntimeContext().getMapState(horizon.seen());
    IOManager files = getContainingTask().getEnvironment().getIOManager();
    gathered = new GatheredEvents(() -> files.createChannel().getPathFile().toPath());
    visitors = new Visitors(new KeyedMemory(states, seen), horizon.length());
    counters = new SessionizeMetrics(getMetricGroup());
    record = new StreamRecord<>(null);
  }

  @Override
  public void processElement(StreamRecord<EnrichedRow> element) throws Exception {
    EnrichedRow row = element.getValue();
    if (row.event() != null) {
      gathered.add(row);
    } else if (!row.stored()) {
      emit(StoreRow.of(row.at(), requireNonNull(row.discard(), "discard is null")));
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    workOff();
  }

  @Override
  public void finish() throws Exception {
    workOff();
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (gathered != null) {
      gathered.close();
    }
    super.close();
  }

  private void workOff() throws Exception {
    hasCurrentKey = false;
    gathered.drain(this::work);
    visitors.flush();
  }

  private void work(EnrichedRow row) throws Exception {
    if (!hasCurrentKey || row.messageKey() != currentKey) {
      visitors.flush();
      currentKey = row.messageKey();
      hasCurrentKey = true;
      setCurrentKey(currentKey);
    }
    EventRow event = requireNonNull(row.event(), "event is null");
    VisitChange change = change(row.at(), event);
    counters.worked(change);
    if (!row.stored()) {
      emit(StoreRow.of(row.at(), event, change));
    }
  }

  /** An event at which our rules fail is stored without a visit: losing it would be worse. */
  private VisitChange change(Coordinates at, EventRow event) throws Exception {
    try {
      return visitors.apply(event, at.appendedAtMillis());
    } catch (RuntimeException e) {
      LOG.error("Cannot put the event at {} into a visit", at, e);
      counters.failed();
      return VisitChange.none(event);
    }
  }

  private void emit(StoreRow row) {
    output.collect(record.replace(row));
  }
}
