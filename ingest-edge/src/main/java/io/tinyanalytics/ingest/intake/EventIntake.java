package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.BatchItem;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.ingest.metrics.IngestMetrics;
import io.tinyanalytics.ingest.publish.EventPublisher;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import io.tinyanalytics.ingest.publish.PublishException;
import io.tinyanalytics.ingest.refusal.Nameless;
import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes events: reads, checks and publishes them, and reports the outcome of each. */
public final class EventIntake {

  private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);

  private static final Refusal UNAVAILABLE =
      new Refusal(
          RefusalCode.UNAVAILABLE, "the event could not be stored in time; send it again later");
  private static final Refusal DEFECT =
      new Refusal(
          RefusalCode.INTERNAL_ERROR, "the event was not accepted because of a bug in the service");

  private final EventGate gate;
  private final EventPublisher publisher;
  private final IngestMetrics metrics;
  private final InstantSource clock;

  public EventIntake(
      EventGate gate, EventPublisher publisher, IngestMetrics metrics, InstantSource clock) {
    this.gate = requireNonNull(gate, "gate is null");
    this.publisher = requireNonNull(publisher, "publisher is null");
    this.metrics = requireNonNull(metrics, "metrics is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * Processes a body that is one event.
   *
   * @throws RefusedException if it is not; nothing is counted then, see {@link #refuse}
   */
  public CompletableFuture<Receipt> collect(Submission submission) throws RefusedException {
    try {
      return collect(EventJson.readCollected(submission.content()), submission);
    } catch (EventFormatException problem) {
      throw new RefusedException(Refusal.of(problem));
    }
  }

  /**
   * Processes a body that is a batch. Its events are published together, and each has its own
   * receipt.
   *
   * @return the receipts in the order of the events
   * @throws RefusedException if it is not; nothing is counted then, see {@link #refuse}
   */
  public CompletableFuture<List<Receipt>> collectBatch(Submission submission, BatchFormat format)
      throws RefusedException {
    List<CompletableFuture<Receipt>> receipts =
        read(submission, format).stream().map(item -> collect(item, submission)).toList();
    return CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new))
        .thenApply(all -> receipts.stream().map(CompletableFuture::join).toList());
  }

  /** Counts a body that was refused as a whole as one event. */
  public Receipt refuse(Refusal refusal) {
    metrics.received();
    return refused(refusal);
  }

  private static List<BatchItem> read(Submission submission, BatchFormat format)
      throws RefusedException {
    try {
      return format.read(submission.content());
    } catch (EventFormatException problem) {
      throw new RefusedException(Refusal.of(problem));
    }
  }

  private CompletableFuture<Receipt> collect(BatchItem item, Submission submission) {
    if (item.problem() != null) {
      return CompletableFuture.completedFuture(refuse(Refusal.of(item.problem())));
    }
    return collect(requireNonNull(item.collected()), submission);
  }

  private CompletableFuture<Receipt> collect(CollectedEvent collected, Submission submission) {
    metrics.received();
    try {
      Optional<OutgoingEvent> passed = gate.pass(collected, submission, clock.millis());
      return passed.isPresent()
          ? publish(passed.get())
          : CompletableFuture.completedFuture(ignored());
    } catch (RefusedException refused) {
      if (refused.refusal().code() == RefusalCode.UNAVAILABLE) {
        metrics.publishFailed(PublishException.Reason.NOT_READY);
      }
      return CompletableFuture.completedFuture(refused(refused.refusal()));
    } catch (RuntimeException defect) {
      LOG.error("An event was refused by a defect", Nameless.of(defect));
      return CompletableFuture.completedFuture(refused(DEFECT));
    }
  }

  private CompletableFuture<Receipt> publish(OutgoingEvent event) {
    long start = System.nanoTime();
    return publisher
        .publish(event)
        .handle((done, failure) -> receipt(event, failure, System.nanoTime() - start));
  }

  private Receipt receipt(OutgoingEvent event, @Nullable Throwable failure, long nanos) {
    if (failure == null) {
      metrics.accepted(nanos);
      return Receipt.accepted(event.event().eventId());
    }
    metrics.publishFailed(
        failure instanceof PublishException known ? known.reason() : PublishException.Reason.ERROR);
    return refused(UNAVAILABLE);
  }

  private Receipt ignored() {
    metrics.ignored();
    return Receipt.IGNORED;
  }

  private Receipt refused(Refusal refusal) {
    metrics.refused(refusal.code());
    return Receipt.refused(refusal);
  }
}
