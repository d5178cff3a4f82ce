package io.tinyanalytics.pipeline.kafka;

import io.tinyanalytics.pipeline.stream.RawMessage;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * The source of {@code events.raw}. Where it goes on is in the checkpoint; without one it starts
 * where {@link FirstAbsentOffsets} says, and never at Kafka's committed group offsets, which are no
 * part of the proof. An offset that Kafka no longer holds stops the job: skipping would be loss.
 */
public final class RawEventSource {

  /** How soon a new partition is read; its first messages wait no longer than this. */
  private static final String DISCOVERY_INTERVAL_MILLIS = "10000";

  private RawEventSource() {}

  /**
   * Builds the source.
   *
   * @param brokers the bootstrap servers, comma separated
   * @param topic the topic of raw events
   * @param withoutCheckpoint where each partition starts without a checkpoint
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
