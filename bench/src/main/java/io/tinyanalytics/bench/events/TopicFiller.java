package io.tinyanalytics.bench.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventHeaders;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes sample events to a topic, with the record format and the producer settings of the edge.
 */
public final class TopicFiller {
  private static final int THREADS = 2;
  private static final int PROGRESS_EVERY = 10_000;

  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  private TopicFiller(String topic, Producer<byte[], byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  /**
   * Writes events, and returns when all are acknowledged.
   *
   * @param written called now and then with the number of events that were sent since the last call
   */
  public static void fill(String brokers, String topic, int events, LongConsumer written)
      throws IOException {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.BATCH_SIZE_CONFIG,
            64 * 1024,
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4");
    var serializer = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, serializer, serializer)) {
      new TopicFiller(topic, producer).fill(events, written);
    }
  }

  private void fill(int events, LongConsumer written) throws IOException {
    var others = CompletableFuture.runAsync(() -> send(1, events, written));
    send(0, events, written);
    try {
      others.join();
    } catch (CompletionException e) {
      failure.compareAndSet(null, e);
    }
    producer.flush();
    var first = failure.get();
    if (first != null) {
      throw new IOException("Kafka did not take the sample events: " + first, first);
    }
  }

  private void send(int begin, int events, LongConsumer written) {
    for (int number = begin; number < events && failure.get() == null; number += THREADS) {
      var unused = producer.send(message(SampleEvents.event(number)), (at, e) -> note(e));
      if (number % PROGRESS_EVERY == begin) {
        written.accept(PROGRESS_EVERY / THREADS);
      }
    }
  }

  private void note(@Nullable Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    }
  }

  private ProducerRecord<byte[], byte[]> message(RawEvent raw) {
    var site = raw.event().siteId();
    var content = EventJson.contentHash(new CollectedEvent(raw.event(), null, null, null));
    List<Header> headers =
        List.of(
            header(EventHeaders.EVENT_ID, raw.eventId()),
            header(EventHeaders.SITE_ID, site),
            header(EventHeaders.CONTENT, content),
            header(EventHeaders.SCHEMA, EventHeaders.SCHEMA_VERSION));
    var key = ByteBuffer.allocate(Long.BYTES).putLong(SampleEvents.messageKey(raw)).array();
    return new ProducerRecord<>(topic, null, key, EventJson.write(raw), headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
