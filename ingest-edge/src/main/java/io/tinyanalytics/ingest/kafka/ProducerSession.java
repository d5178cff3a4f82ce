package io.tinyanalytics.ingest.kafka;

import io.tinyanalytics.ingest.limits.InFlight;
import io.tinyanalytics.ingest.publish.PublishException;
import io.tinyanalytics.ingest.publish.PublishException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lifetime of one producer: from the moment it knows the topic until it fails for good, gets no
 * answer for a long time or is closed. The memory of its events is counted here, so the count ends
 * with the producer.
 */
final class ProducerSession {

  private static final Logger LOG = LoggerFactory.getLogger(ProducerSession.class);

  /** The approximate memory of a request in addition to its bytes. */
  private static final int OVERHEAD_BYTES = 1024;

  private final Producer<byte[], byte[]> producer;
  private final InFlight inFlight;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final CountDownLatch end = new CountDownLatch(1);

  ProducerSession(Producer<byte[], byte[]> producer, long maxInFlightBytes) {
    this.producer = producer;
    this.inFlight = new InFlight(maxInFlightBytes);
  }

  /**
   * Sends without waiting; the answer comes on the producer's own thread. A producer whose send
   * fails at once has lost the topic, as happens in a long outage. It would delay every caller, so
   * the session ends.
   */
  CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> message) {
    int size = message.key().length + message.value().length + OVERHEAD_BYTES;
    if (!inFlight.tryTake(size)) {
      return CompletableFuture.failedFuture(new PublishException(Reason.FULL));
    }
    CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
    try {
      var unused =
          producer.send(message, (metadata, failure) -> answer(acknowledgement, size, failure));
    } catch (KafkaException | IllegalStateException failure) {
      answer(acknowledgement, size, failure);
    }
    if (acknowledgement.isCompletedExceptionally()) {
      end.countDown();
    }
    return acknowledgement;
  }

  /** May be called twice for one message, by callback and by exception. The first call counts. */
  private void answer(
      CompletableFuture<Void> acknowledgement, int size, @Nullable Exception failure) {
    boolean first =
        failure == null
            ? acknowledgement.complete(null)
            : acknowledgement.completeExceptionally(
                new PublishException(ProducerFailure.reason(failure)));
    if (first) {
      inFlight.giveBack(size);
      note(failure);
    }
  }

  /** Logs once when Kafka stops acknowledging, and once when it acknowledges again. */
  private void note(@Nullable Exception failure) {
    if (failure == null) {
      acknowledged.incrementAndGet();
      if (failing.get() && failing.getAndSet(false)) {
        LOG.info("Kafka acknowledges again");
      }
      return;
    }
    if (!failing.getAndSet(true)) {
      LOG.warn("Kafka does not acknowledge: {}", failure.toString());
    }
    if (!ProducerFailure.isSurvivable(failure)) {
      end.countDown();
    }
  }

  /** Ends the session from outside. */
  void end() {
    end.countDown();
  }

  /**
   * Returns when the session is over: ended, failed for good, or without any acknowledgement for
   * {@code patience} although events wait for one or were refused because there was none.
   */
  void awaitEnd(Duration patience) throws InterruptedException {
    long seen = 0;
    long since = System.nanoTime();
    while (!end.await(patience.toMillis() / 10, TimeUnit.MILLISECONDS)) {
      long now = System.nanoTime();
      boolean idle = inFlight.isEmpty() && !failing.get();
      if (idle || acknowledged.get() != seen) {
        seen = acknowledged.get();
        since = now;
      } else if (now - since > patience.toNanos()) {
        LOG.warn("Kafka has acknowledged nothing for {}: trying anew", patience);
        return;
      }
    }
  }
}
