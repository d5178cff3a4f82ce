package io.tinyanalytics.ingest.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.settings.KafkaSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The salts in the first partition of a topic. A record's time is the time at which its date has
 * begun everywhere, so that Kafka deletes it 48 hours after that time, regardless of when it was
 * proposed. The topic must accept times that are a day and two hours ahead.
 */
final class KafkaSaltLog implements SaltLog {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaSettings settings;
  private final TopicPartition partition;

  KafkaSaltLog(KafkaSettings settings) {
    this.settings = requireNonNull(settings, "settings is null");
    this.partition = new TopicPartition(settings.saltTopic(), 0);
  }

  @Override
  public Map<LocalDate, byte[]> read() {
    Map<LocalDate, byte[]> salts = new HashMap<>();
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> all = List.of(partition);
      consumer.assign(all);
      consumer.seekToBeginning(all);
      long end = requireNonNull(consumer.endOffsets(all, PATIENCE).get(partition));
      long start = System.nanoTime();
      while (consumer.position(partition, PATIENCE) < end) {
        consumer.poll(POLL).forEach(message -> take(message, salts));
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new TimeoutException("the salts could not be read in time");
        }
      }
    }
    return salts;
  }

  private static void take(ConsumerRecord<byte[], byte[]> message, Map<LocalDate, byte[]> salts) {
    try {
      salts.putIfAbsent(LocalDate.parse(new String(message.key(), US_ASCII)), message.value());
    } catch (DateTimeException | NullPointerException foreign) {
      // Records that no edge wrote are ignored.
    }
  }

  @Override
  public void propose(LocalDate date, Instant begin, byte[] salt) {
    try (Producer<byte[], byte[]> producer = producer()) {
      byte[] key = date.toString().getBytes(US_ASCII);
      producer
          .send(
              new ProducerRecord<>(
                  partition.topic(), partition.partition(), begin.toEpochMilli(), key, salt))
          .get();
    } catch (ExecutionException refused) {
      throw refused.getCause() instanceof KafkaException failure
          ? failure
          : new KafkaException(refused);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            settings.brokers(),
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        ProducerSettings.of(settings), new ByteArraySerializer(), new ByteArraySerializer());
  }
}
