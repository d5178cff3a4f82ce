package io.tinyanalytics.bench.pipeline;

import io.tinyanalytics.bench.Output;
import io.tinyanalytics.bench.Progress;
import io.tinyanalytics.bench.events.TopicFiller;
import io.tinyanalytics.bench.stack.BenchStack;
import java.io.IOException;

/**
 * Compares the job with ClickHouse's Kafka engine. Both read the same topic on the same cores, one
 * after the other. Measures rows per second in the steady state and bytes per event on disk.
 */
public final class PipelineBench {
  private final int events;
  private final Output out;

  public PipelineBench(int events, Output out) {
    this.events = events;
    this.out = out;
  }

  public void run() throws IOException {
    try (var stack = BenchStack.create()) {
      fill(stack);
      var job = EventJob.read(stack, events, progress("this job")::reach);
      var jobEvents = TableSize.of(stack.clickHouse(), EventJob.DATABASE, "events");
      var jobDiscards = TableSize.of(stack.clickHouse(), EventJob.DATABASE, "discards");
      var engine = KafkaEngine.read(stack, events, progress("Kafka engine")::reach);
      var engineEvents = TableSize.of(stack.clickHouse(), KafkaEngine.DATABASE, KafkaEngine.TABLE);
      report(job, engine);
      report(jobEvents, jobDiscards, engineEvents);
    }
  }

  private void fill(BenchStack stack) throws IOException {
    out.line("  starting ClickHouse and Kafka …");
    stack.startClickHouse();
    stack.startKafka();
    var progress = progress("sample events into the topic");
    TopicFiller.fill(stack.settings().brokers(), stack.settings().topic(), events, progress::add);
  }

  private Progress progress(String step) {
    return new Progress(out, step, events);
  }

  private void report(RowCurve job, RowCurve engine) {
    out.line("");
    out.line(
        "%,d events in one topic, %d cores", events, Runtime.getRuntime().availableProcessors());
    out.line("%-26s %14s %14s %8s", "", "this job", "Kafka engine", "ratio");
    out.line(
        "%-26s %,14.0f %,14.0f %8.2f",
        "events/s, steady",
        job.steadyRate(),
        engine.steadyRate(),
        job.steadyRate() / engine.steadyRate());
    out.line(
        "%-26s %14.1f %14.1f %8.2f",
        "seconds, start to end",
        job.wholeSeconds(),
        engine.wholeSeconds(),
        job.wholeSeconds() / engine.wholeSeconds());
  }

  private void report(TableSize events, TableSize discards, TableSize engine) {
    out.line(
        "%-26s %14.1f %14.1f %8.2f",
        "bytes/event on disk",
        events.bytesPerRow(),
        engine.bytesPerRow(),
        events.bytesPerRow() / engine.bytesPerRow());
    out.line("%-26s %14.1f %14.1f", "  of it projections", events.projectionBytesPerRow(), 0.0);
    out.line("%-26s %14.1f %14s", "bytes/discard on disk", discards.bytesPerRow(), "-");
    out.line("%-26s %,14d %,14d", "rows of events", events.rows(), engine.rows());
    out.line("%-26s %,14d %14s", "rows of discards", discards.rows(), "-");
  }
}
