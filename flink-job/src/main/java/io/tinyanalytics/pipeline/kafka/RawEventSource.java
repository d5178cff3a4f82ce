package io.tinyanalytics.pipeline.kafka;

import io.tinyanalytics.pipeline.stream.RawMessage;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * The source of {@code events.raw}. It continues at the offsets of the checkpoint. Without a
 * checkpoint it starts at {@link FirstAbsentOffsets}. It never uses the group offsets committed to
 * Kafka, because the exactly-once proof does not cover them. If Kafka no longer holds an offset,
 * the job stops, because skipping it would lose data.
 */
public final class RawEventSource {

  /** How soon a new partition is found; its first messages wait no longer than this. */
  private static final String DISCOVERY_INTERVAL_MILLIS = "10000";

  private RawEventSource() {}

  /**
   * Builds the source.
   *
   * @param brokers the bootstrap servers, separated by commas
   * @param topic the topic of raw events
   * @param withoutCheckpoint where each partition starts if there is no checkpoint
   */
  public static KafkaSource<RawMessage> of(
      String brokers, String topic, OffsetsInitializer withoutCheckpoint) {
    return KafkaSource.<RawMessage>builder()
        .setBootstrapServers(brokers)
        .setTopics(topic)
        .setClientIdPrefix("tiny-analytics")
        .setStartingOffsets(withoutCheckpoint)
        .setDeserializer(new RawMessageDeserializer())
        .setProperty("partition.discovery.interval.ms", DISCOVERY_INTERVAL_MILLIS)
        .setProperty("isolation.level", "read_committed")
        .setProperty("commit.offsets.on.checkpoint", "false")
        .build();
  }
}
