package io.tinyanalytics.ingest.kafka;

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
 * The life of one producer: from the moment it knows the topic until it fails for good, stalls or
 * is closed. What it holds in memory is counted here, so it is gone with it.
 */
final class ProducerSession {

  private static final Logger LOG = LoggerFactory.getLogger(ProducerSession.class);

  /** What a request costs beside its bytes, roughly. */
  private static final int OVERHEAD_BYTES = 1024;

  private final Producer<byte[], byte[]> producer;
  private final InFlight inFlight;
  private final AtomicLong answers = new AtomicLong();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final CountDownLatch end = new CountDownLatch(1);

  ProducerSession(Producer<byte[], byte[]> producer, long maxInFlightBytes) {
    this.producer = producer;
    this.inFlight = new InFlight(maxInFlightBytes);
  }

  /** Sends without waiting; the answer comes on the producer's own thread. */
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
    return acknowledgement;
  }

  /** May come twice for one message: by callback and by exception. The first one counts. */
  private void answer(
      CompletableFuture<Void> acknowledgement, int size, @Nullable Exception failure) {
    boolean first =
        failure == null
            ? acknowledgement.complete(null)
            : acknowledgement.completeExceptionally(
                new PublishException(ProducerFailure.reason(failure)));
    if (first) {
      inFlight.giveBack(size);
      answers.incrementAndGet();
      note(failure);
    }
  }

  /** Says once that Kafka stopped acknowledging, and once that it does again. */
  private void note(@Nullable Exception failure) {
    if (failure == null) {
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
   * Returns when the session is over: ended, failed for good, or with messages on their way none of
   * which was answered for {@code patience}, which a living producer does not let happen.
   */
  void awaitEnd(Duration patience) throws InterruptedException {
    long seen = -1;
    long since = System.nanoTime();
    while (!end.await(patience.toMillis() / 10, TimeUnit.MILLISECONDS)) {
      long now = System.nanoTime();
      if (inFlight.isEmpty() || answers.get() != seen) {
        seen = answers.get();
        since = now;
      } else if (now - since > patience.toNanos()) {
        LOG.error("Kafka's producer has stalled");
        return;
      }
    }
  }
}
