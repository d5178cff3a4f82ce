package io.tinyanalytics.e2e.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.stack.RawTopic;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated messages into the topic of a stack, in the background and at an even pace. It
 * goes on when Kafka was away.
 */
final class Filling implements AutoCloseable {

  private static final int BATCHES_PER_SECOND = 20;
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(5);
  private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(10);

  private final Stack stack;
  private final String sitePrefix;
  private final long messages;
  private final GeneratedVisits generated;
  private final SortedMap<Integer, Long> begins;
  private final KafkaProducer<byte[], byte[]> kafka;
  private final AtomicLong sent = new AtomicLong();
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
  private volatile @Nullable Exception failure;

  /**
   * Begins to write.
   *
   * @param name no other filling of this stack may have the same
   * @param seconds how long writing takes at least
   */
  Filling(Stack stack, String name, long messages, int seconds) throws Exception {
    this.stack = stack;
    this.sitePrefix = "visits-" + name + "-";
    this.messages = messages;
    this.generated = new GeneratedVisits(sitePrefix, messages, name.hashCode());
    this.begins = new RawTopic(stack).ends();
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            stack.brokers(),
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            LONGEST_OUTAGE.toMillis(),
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            (int) LONGEST_OUTAGE.toMillis(),
            ProducerConfig.LINGER_MS_CONFIG,
            20);
    this.kafka =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    long batch = Math.max(1, messages / ((long) seconds * BATCHES_PER_SECOND));
    var unused =
        sender.scheduleAtFixedRate(
            () -> send(batch), 0, 1_000 / BATCHES_PER_SECOND, TimeUnit.MILLISECONDS);
  }

  private void send(long batch) {
    for (long i = 0; i < batch && generated.hasNext(); i++) {
      var unused = kafka.send(generated.next().toRecord(), this::acknowledged);
    }
  }

  private void acknowledged(@Nullable RecordMetadata place, @Nullable Exception problem) {
    if (problem == null) {
      sent.incrementAndGet();
    } else {
      failure = problem;
    }
  }

  /** Waits until this part of the messages is in the topic. */
  void awaitPart(double part) {
    await()
        .atMost(LONGEST_CATCHING_UP)
        .until(() -> failure != null || sent.get() >= part * messages);
    assertThat(failure).isNull();
  }

  /** Waits until all messages are in the topic and stored. */
  void awaitStored() {
    awaitPart(1);
    awaitStored(stack, sitePrefix, messages);
  }

  /** Waits until this many messages of some sites are stored. */
  static void awaitStored(Stack stack, String sitePrefix, long messages) {
    String count =
        """
        SELECT (SELECT count() FROM analytics.events WHERE startsWith(site_id, '%1$s'))
            + (SELECT count() FROM analytics.discards WHERE startsWith(site_id, '%1$s'))\
        """
            .formatted(sitePrefix);
    await()
        .atMost(LONGEST_CATCHING_UP)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () -> assertThat(stack.sql(count)).containsExactly(String.valueOf(messages)));
  }

  /** Compares the stored rows with the reference, and returns the figures. */
  VisitFindings proven() throws Exception {
    VisitFindings found = new VisitProof(stack, sitePrefix, begins).findWithDailySums();
    assertThat(found.named()).isEmpty();
    assertThat(found.leftOut()).isZero();
    assertThat(found.events() + found.copies()).isEqualTo(messages);
    return found;
  }

  @Override
  public void close() {
    sender.shutdownNow();
    kafka.close(Duration.ofSeconds(5));
  }
}
