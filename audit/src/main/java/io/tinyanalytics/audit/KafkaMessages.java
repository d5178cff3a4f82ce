package io.tinyanalytics.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the messages of a topic again, without a consumer group and without commits. */
final class KafkaMessages implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int PATIENCE_POLLS = 30;

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Takes one message. */
  @FunctionalInterface
  interface Taker {
    void take(ConsumerRecord<byte[], byte[]> message) throws IOException;
  }

  KafkaMessages(String brokers, String topic) {
    this.topic = topic;
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    var bytes = new ByteArrayDeserializer();
    this.consumer = new KafkaConsumer<>(settings, bytes, bytes);
  }

  /** Passes on the messages of a range that Kafka still holds, in order. */
  void read(int partition, OffsetRange range, Taker taker) throws IOException {
    var place = new TopicPartition(topic, partition);
    consumer.assign(List.of(place));
    consumer.seek(place, range.begin());
    int silent = 0;
    while (consumer.position(place) < range.end()) {
      var messages = consumer.poll(POLL).records(place);
      silent = messages.isEmpty() ? silent + 1 : 0;
      if (silent == PATIENCE_POLLS) {
        throw new IOException(
            "Kafka does not give the messages from offset %d of partition %d on."
                .formatted(consumer.position(place), partition));
      }
      for (var message : messages) {
        if (message.offset() < range.end()) {
          taker.take(message);
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
