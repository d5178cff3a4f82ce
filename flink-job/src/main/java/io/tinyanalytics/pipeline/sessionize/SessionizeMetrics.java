package io.tinyanalytics.pipeline.sessionize;

import io.tinyanalytics.pipeline.stream.VisitChange;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts visits and the events in them. The counters start at 0 with each start of the task, and
 * they count a replayed event again.
 */
final class SessionizeMetrics {

  private final Counter started;
  private final Counter events;
  private final Counter alone;
  private final Counter errors;

  SessionizeMetrics(MetricGroup group) {
    started = group.counter("pipeline_visits_started_total");
    events = group.counter("pipeline_visit_events_total");
    alone = group.counter("pipeline_events_without_visit_total");
    errors = group.counter("pipeline_visit_errors_total");
  }

  /** Counts an event at which the rules failed. */
  void failed() {
    errors.inc();
  }

  void worked(VisitChange change) {
    if (change.visitId() == 0) {
      alone.inc();
    } else {
      events.inc();
    }
    if (change.started()) {
      started.inc();
    }
  }
}
