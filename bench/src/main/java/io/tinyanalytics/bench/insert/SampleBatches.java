package io.tinyanalytics.bench.insert;

import io.tinyanalytics.bench.events.SampleEvents;
import io.tinyanalytics.pipeline.enrich.EnrichFunction;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.pipeline.store.writer.BatchWriter;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.Verdict;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * Sample events as the job sends them: enriched, batched and compressed by the classes of the job.
 */
final class SampleBatches {
  private SampleBatches() {}

  /** This many events, in batches of the largest size that the job allows. */
  static List<SealedBatch> of(int events) throws Exception {
    var writer = new BatchWriter(InstantSource.system());
    rows(events).forEach(writer::add);
    return List.copyOf(writer.prepareCommit());
  }

  @SuppressWarnings("try") // close() declares any exception
  private static List<StoreRow> rows(int events) throws Exception {
    var enrich = new StreamMap<Verdict, StoreRow>(new EnrichFunction());
    try (var task = new OneInputStreamOperatorTestHarness<Verdict, StoreRow>(enrich)) {
      task.open();
      for (int number = 0; number < events; number++) {
        var event = SampleEvents.event(number);
        var at = new Coordinates(0, number, event.receivedAtMillis());
        task.processElement(new Verdict(at, event, null), 0);
      }
      return task.extractOutputValues();
    }
  }
}
