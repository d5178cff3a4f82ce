package io.tinyanalytics.pipeline.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Asks Kafka where the partitions of a topic begin and end. Each call asks again, with a short
 * time-out.
 */
public final class TopicOffsets implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 1_000;

  private final String topic;
  private final Admin kafka;

  public TopicOffsets(String brokers, String topic) {
    this.topic = topic;
    this.kafka =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "tiny-analytics-frontier",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS));
  }

  /**
   * The end offset of each partition. Every message acknowledged before the call has a lower
   * offset.
   *
   * @throws IOException if Kafka does not answer in time
   */
  public Map<Integer, Long> ends() throws IOException, InterruptedException {
    return offsets(partitions(), OffsetSpec.latest());
  }

  /**
   * The first offset that Kafka still holds in each given partition.
   *
   * @throws IOException if Kafka does not answer in time
   */
  public Map<Integer, Long> beginnings(Collection<Integer> partitions)
      throws IOException, InterruptedException {
    return offsets(partitions, OffsetSpec.earliest());
  }

  private List<Integer> partitions() throws IOException, InterruptedException {
    return answer(kafka.describeTopics(List.of(topic)).allTopicNames()).values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(TopicPartitionInfo::partition)
        .toList();
  }

  private Map<Integer, Long> offsets(Collection<Integer> partitions, OffsetSpec spec)
      throws IOException, InterruptedException {
    if (partitions.isEmpty()) {
      return Map.of();
    }
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream()
            .map(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(Function.identity(), partition -> spec));
    Map<Integer, Long> offsets = new HashMap<>();
    answer(kafka.listOffsets(asked).all())
        .forEach((partition, told) -> offsets.put(partition.partition(), told.offset()));
    return offsets;
  }

  private <T> T answer(KafkaFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IOException("Kafka does not tell the offsets of " + topic, e.getCause());
    }
  }

  @Override
  public void close() {
    kafka.close(Duration.ofMillis(TIMEOUT_MILLIS));
  }
}
