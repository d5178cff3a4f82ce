package io.tinyanalytics.pipeline.progress;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.kafka.TopicOffsets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At each tick, finds out up to which point the store is complete. It asks only Kafka and
 * ClickHouse, so it needs no state, and no failure of the job can make it report too much. If one
 * of them does not answer, it skips the tick: the last report is still true.
 */
public final class FrontierFunction extends RichFlatMapFunction<Long, PartitionProgress> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(FrontierFunction.class);

  private final String brokers;
  private final String topic;
  private final ClickHouseEndpoint endpoint;

  private transient TopicOffsets kafka;
  private transient StoredProgress store;
  private transient ProgressMetrics metrics;
  private transient @Nullable Frontiers frontiers;
  private transient boolean skipping;

  /**
   * Compares one topic with one store.
   *
   * @param brokers the bootstrap servers, separated by commas
   * @param topic the topic of raw events
   */
  public FrontierFunction(String brokers, String topic, ClickHouseEndpoint endpoint) {
    this.brokers = brokers;
    this.topic = topic;
    this.endpoint = endpoint;
  }

  @Override
  public void open(OpenContext context) {
    kafka = new TopicOffsets(brokers, topic);
    store = new StoredProgress(endpoint);
    metrics = new ProgressMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void flatMap(Long tick, Collector<PartitionProgress> out) throws InterruptedException {
    try {
      List<PartitionProgress> progress = progress();
      progress.forEach(out::collect);
      metrics.told(progress);
      skipping = false;
    } catch (IOException e) {
      metrics.skipped();
      if (!skipping) {
        LOG.warn("Cannot tell how far the store is complete; trying each second: {}", e.toString());
      }
      skipping = true;
    }
  }

  private List<PartitionProgress> progress() throws IOException, InterruptedException {
    Frontiers known = frontiers;
    if (known == null) {
      known = new Frontiers(store.read());
      frontiers = known;
    }
    observe(known);
    known.advance(store.firstAbsent(known.offsets()));
    return known.progress();
  }

  private void observe(Frontiers known) throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(MILLIS);
    Map<Integer, Long> ends = kafka.ends();
    kafka.beginnings(known.unknownOf(ends.keySet())).forEach(known::add);
    known.observe(now, ends);
  }

  @Override
  public void close() {
    if (kafka != null) {
      kafka.close();
    }
  }
}
