package io.tinyanalytics.ingest.kafka;

import static java.util.Objects.requireNonNull;

import io.dropwizard.lifecycle.Managed;
import io.tinyanalytics.ingest.publish.EventPublisher;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import io.tinyanalytics.ingest.publish.PublishException;
import io.tinyanalytics.ingest.publish.PublishException.Reason;
import io.tinyanalytics.ingest.settings.KafkaSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events to Kafka. When the answer comes, the event is durable on all in-sync replicas.
 * The answer comes within the delivery timeout, or later if the producer does not have its id from
 * Kafka yet.
 *
 * <p>A separate thread maintains the producer. It creates one, waits until the topic is known, and
 * replaces the producer when it has failed for good or gets no answers. While there is no producer,
 * every event is refused at once: before Kafka and the topic are available, and during a long
 * outage.
 */
public final class KafkaEventPublisher implements EventPublisher, Managed {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaEventPublisher.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After this many delivery timeouts without an acknowledgement, a producer is replaced. */
  private static final int PATIENCE = 3;

  private final String topic;
  private final MessageKeys keys;
  private final long maxInFlightBytes;
  private final Duration deliveryTimeout;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread keeper = new Thread(this::keepProducer, "producer-keeper");

  private volatile @Nullable ProducerSession session;
  private volatile boolean reached;
  private String complaint = "";

  public KafkaEventPublisher(KafkaSettings settings, String ipHashSalt) {
    this(settings, new MessageKeys(ipHashSalt), () -> producer(settings));
  }

  KafkaEventPublisher(
      KafkaSettings settings, MessageKeys keys, Supplier<Producer<byte[], byte[]>> producers) {
    this.topic = settings.topic();
    this.keys = requireNonNull(keys, "keys is null");
    this.maxInFlightBytes = settings.maxInFlight().toBytes();
    this.deliveryTimeout = settings.deliveryTimeout().toJavaDuration();
    this.producers = requireNonNull(producers, "producers is null");
  }

  private static Producer<byte[], byte[]> producer(KafkaSettings settings) {
    return new KafkaProducer<>(
        ProducerSettings.of(settings), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void start() {
    keeper.start();
  }

  @Override
  public CompletableFuture<Void> publish(OutgoingEvent event) {
    ProducerSession current = session;
    return current == null
        ? CompletableFuture.failedFuture(new PublishException(Reason.NOT_READY))
        : current.send(EventRecord.of(event, topic, keys));
  }

  /** True once the topic was found, also during outages of Kafka; false while stopping. */
  @Override
  public boolean isReady() {
    return reached && !isStopping();
  }

  /** Waits for events in flight, at most as long as their delivery may take. */
  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    ProducerSession current = session;
    if (current != null) {
      current.end();
    }
    keeper.join(deliveryTimeout.plus(PAUSE).toMillis());
  }

  private void keepProducer() {
    try {
      do {
        serveWithOneProducer();
      } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serveWithOneProducer() throws InterruptedException {
    try (Producer<byte[], byte[]> producer = producers.get()) {
      awaitTopic(producer);
      serve(producer);
    } catch (RuntimeException failure) {
      complain("Kafka's producer failed: " + rootMessage(failure));
    }
  }

  private void awaitTopic(Producer<byte[], byte[]> producer) throws InterruptedException {
    boolean known = false;
    while (!known && !isStopping()) {
      try {
        known = !producer.partitionsFor(topic).isEmpty();
      } catch (KafkaException failure) {
        complain("The topic " + topic + " cannot be read yet: " + rootMessage(failure));
        stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void serve(Producer<byte[], byte[]> producer) throws InterruptedException {
    ProducerSession fresh = new ProducerSession(producer, maxInFlightBytes);
    session = fresh;
    reached = true;
    try {
      if (!isStopping()) {
        LOG.info("The topic {} is there: events are taken", topic);
        complaint = "";
        fresh.awaitEnd(deliveryTimeout.multipliedBy(PATIENCE));
      }
    } finally {
      session = null;
      producer.close(isStopping() ? deliveryTimeout : Duration.ZERO);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Logs a sentence once, even if it occurs many times in a row. */
  private void complain(String sentence) {
    if (!sentence.equals(complaint)) {
      LOG.warn("{}", sentence);
      complaint = sentence;
    }
  }

  private static String rootMessage(Throwable failure) {
    return failure.getCause() == null ? failure.toString() : rootMessage(failure.getCause());
  }
}
