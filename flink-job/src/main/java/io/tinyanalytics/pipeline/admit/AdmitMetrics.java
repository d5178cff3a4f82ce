package io.tinyanalytics.pipeline.admit;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.DiscardReason;
import io.tinyanalytics.pipeline.stream.Verdict;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts the decisions of admit: messages read = admitted + discarded (all reasons) + held back.
 * The counters start at 0 with each start of the task, and they count a replayed message again. Use
 * the audit for exact numbers.
 */
final class AdmitMetrics {

  private final Counter admitted;
  private final Counter heldBack;
  private final Counter learnt;
  private final Map<DiscardReason, Counter> discarded = new EnumMap<>(DiscardReason.class);

  AdmitMetrics(MetricGroup group) {
    admitted = group.counter("pipeline_events_admitted_total");
    heldBack = group.counter("pipeline_messages_held_back_total");
    learnt = group.counter("pipeline_events_learnt_total");
    for (DiscardReason reason : DiscardReason.values()) {
      discarded.put(
          reason,
          group.addGroup("reason", reason.word()).counter("pipeline_events_discarded_total"));
    }
  }

  void decided(Verdict verdict) {
    if (verdict.discard() == null) {
      admitted.inc();
    } else {
      requireNonNull(discarded.get(verdict.discard().reason())).inc();
    }
  }

  /** Counts a replayed message that is already stored. */
  void heldBack() {
    heldBack.inc();
  }

  /** Counts an event that was loaded from the store at start. */
  void learntOne() {
    learnt.inc();
  }

  long learnt() {
    return learnt.getCount();
  }
}
