package io.tinyanalytics.bench.dedupe;

import io.tinyanalytics.pipeline.stream.Verdict;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/** Counts the events among the verdicts of a task, and discards the verdicts. */
final class Verdicts implements Output<StreamRecord<Verdict>> {
  private long events;

  long events() {
    return events;
  }

  @Override
  public void collect(StreamRecord<Verdict> verdict) {
    if (verdict.getValue().event() != null) {
      events++;
    }
  }

  @Override
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {}

  @Override
  public void emitWatermark(Watermark watermark) {}

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {}

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {}

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {}

  @Override
  public void emitWatermark(WatermarkEvent watermark) {}

  @Override
  public void close() {}
}
