package io.tinyanalytics.pipeline.progress;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * If a write fails, drops the rows instead of failing the task: the next tick writes newer ones.
 * The writer of the JDBC connector must be replaced after a failure: it tries to write once more
 * when it is closed, and if that fails, the task cannot close and the whole TaskManager ends.
 */
final class ProgressWriter implements SinkWriter<PartitionProgress> {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressWriter.class);

  /** Opens a writer of the connector, which connects only when it flushes. */
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

  /** The cause's message: the connector's own exception only says that something failed. */
  private static String told(IOException e) {
    return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
  }
}
