package io.tinyanalytics.bench.insert;

import io.tinyanalytics.bench.events.SampleEvents;
import io.tinyanalytics.pipeline.enrich.EnrichFunction;
import io.tinyanalytics.pipeline.sessionize.SessionizeOperator;
import io.tinyanalytics.pipeline.sessionize.VisitHorizon;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.writer.BatchWriter;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * Sample events as the job sends them: enriched, put into visits, batched and compressed by the
 * classes of the job.
 */
final class SampleBatches {
  private static final Duration HORIZON = Duration.ofDays(2);

  private SampleBatches() {}

  /** This many events, in batches of the largest size that the job allows. */
  static List<SealedBatch> of(int events) throws Exception {
    var writer = new BatchWriter(InstantSource.system());
    rows(events).forEach(writer::add);
    return List.copyOf(writer.prepareCommit());
  }

  @SuppressWarnings("try") // close() declares any exception
  private static List<StoreRow> rows(int events) throws Exception {
    try (var task =
        new KeyedOneInputStreamOperatorTestHarness<Long, EnrichedRow, StoreRow>(
            new SessionizeOperator(new VisitHorizon(HORIZON)),
            EnrichedRow::messageKey,
            Types.LONG)) {
      task.open();
      for (var row : enriched(events)) {
        task.processElement(row, 0);
      }
      task.prepareSnapshotPreBarrier(1);
      return task.extractOutputValues();
    }
  }

  @SuppressWarnings("try") // close() declares any exception
  private static List<EnrichedRow> enriched(int events) throws Exception {
    var enrich = new StreamMap<Verdict, EnrichedRow>(new EnrichFunction());
    try (var task = new OneInputStreamOperatorTestHarness<Verdict, EnrichedRow>(enrich)) {
      task.open();
      for (int number = 0; number < events; number++) {
        task.processElement(verdict(number), 0);
      }
      return task.extractOutputValues();
    }
  }

  private static Verdict verdict(int number) {
    var event = SampleEvents.event(number);
    var at = new Coordinates(0, number, event.receivedAtMillis());
    var key = EventKey.of(event.event().siteId(), event.eventId());
    var message = new RawMessage(at, null, key, SampleEvents.messageKey(event), new byte[0]);
    return new Verdict(message, false, event, null);
  }
}
