package io.tinyanalytics.e2e.stack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of raw events, as Kafka itself reports it. */
public final class RawTopic {

  public static final String NAME = "events.raw";

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int PATIENCE_POLLS = 30;

  private final String brokers;

  public RawTopic(Stack stack) {
    this.brokers = stack.brokers();
  }

  /** Takes one message. */
  @FunctionalInterface
  public interface Taker {
    void take(ConsumerRecord<byte[], byte[]> message) throws IOException;
  }

  /** The first offset of each partition that Kafka still holds. */
  public SortedMap<Integer, Long> begins() throws IOException, InterruptedException {
    return offsets(OffsetSpec.earliest());
  }

  /** How many messages were written to each partition. */
  public SortedMap<Integer, Long> ends() throws IOException, InterruptedException {
    return offsets(OffsetSpec.latest());
  }

  /** The number of messages in all partitions. This assumes that none has expired. */
  public long messages() throws IOException, InterruptedException {
    return ends().values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Passes on the messages of one partition in order.
   *
   * @param begin the first offset; if Kafka no longer holds it, reading begins with the first one
   *     that it holds
   * @param end the offset after the last one to read
   */
  public void read(int partition, long begin, long end, Taker taker) throws IOException {
    TopicPartition place = new TopicPartition(NAME, partition);
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      consumer.assign(List.of(place));
      consumer.seek(place, begin);
      int silent = 0;
      while (consumer.position(place) < end) {
        var messages = consumer.poll(POLL).records(place);
        silent = messages.isEmpty() ? silent + 1 : 0;
        if (silent == PATIENCE_POLLS) {
          throw new IOException("Kafka does not give the messages of partition " + partition);
        }
        for (ConsumerRecord<byte[], byte[]> message : messages) {
          if (message.offset() < end) {
            taker.take(message);
          }
        }
      }
    }
  }

  private SortedMap<Integer, Long> offsets(OffsetSpec which)
      throws IOException, InterruptedException {
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", brokers))) {
      SortedMap<Integer, Long> found = new TreeMap<>();
      for (int partition = 0; partition < partitions(kafka); partition++) {
        TopicPartition asked = new TopicPartition(NAME, partition);
        var offsets = kafka.listOffsets(Map.of(asked, which));
        found.put(partition, offsets.partitionResult(asked).get().offset());
      }
      return found;
    } catch (ExecutionException e) {
      throw new IOException("Kafka does not tell its offsets", e);
    }
  }

  private static int partitions(Admin kafka) throws ExecutionException, InterruptedException {
    var topic = kafka.describeTopics(List.of(NAME)).topicNameValues().get(NAME);
    return requireNonNull(topic).get().partitions().size();
  }
}
