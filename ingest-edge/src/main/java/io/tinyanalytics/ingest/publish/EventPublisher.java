package io.tinyanalytics.ingest.publish;

import java.util.concurrent.CompletableFuture;

/** The way out of the edge. */
public interface EventPublisher {

  /**
   * Publishes an event without waiting.
   *
   * @return completes once the event is durable; fails with a {@link PublishException} if it is not
   *     in time, after which it may still turn up. The thread that completes it must not be held
   *     up.
   */
  CompletableFuture<Void> publish(OutgoingEvent event);

  /** Whether events could be published so far as is known without trying. */
  boolean isReady();
}
