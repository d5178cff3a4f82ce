package io.tinyanalytics.pipeline.progress;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up what cannot be written now, instead of failing the task: the next tick knows more. The
 * writer of the JDBC connector must not be left alone with a failure, since it tries to write once
 * more when it is closed, and a task that fails to close ends the whole TaskManager.
 */
final class ProgressWriter implements SinkWriter<PartitionProgress> {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressWriter.class);

  /** Opens a writer of the connector; it connects only when it flushes. */
  @FunctionalInterface
  interface Opening {
    SinkWriter<PartitionProgress> open() throws IOException;
  }

  private final Opening opening;
  private final Counter failures;
  private SinkWriter<PartitionProgress> writer;
  private boolean pending;
  private boolean failing;

  ProgressWriter(Opening opening, MetricGroup group) throws IOException {
    this.opening = opening;
    this.failures = group.counter("pipeline_progress_write_failures_total");
    this.writer = opening.open();
  }

  @Override
  public void write(PartitionProgress progress, Context context)
      throws IOException, InterruptedException {
    writer.write(progress, context);
    pending = true;
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    if (!pending) {
      return;
    }
    pending = false;
    try {
      writer.flush(endOfInput);
      failing = false;
    } catch (IOException e) {
      failures.inc();
      if (!failing) {
        LOG.warn("Cannot write how far the store is complete; trying each second: {}", told(e));
      }
      failing = true;
      close();
      writer = opening.open();
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (Exception e) {
      LOG.debug("What was not written yet is given up", e);
    }
  }

  /** The connector's own exception says only that there was one. */
  private static String told(IOException e) {
    return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
  }
}
