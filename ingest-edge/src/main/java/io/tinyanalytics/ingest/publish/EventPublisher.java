package io.tinyanalytics.ingest.publish;

import java.util.concurrent.CompletableFuture;

/** Publishes events. */
public interface EventPublisher {

  /**
   * Publishes an event without waiting.
   *
   * @return completes once the event is durable. Fails with a {@link PublishException} if it is not
   *     durable in time; it may still become durable later. Do not block the thread that completes
   *     it.
   */
  CompletableFuture<Void> publish(OutgoingEvent event);

  /** Whether events can be published, as far as is known without trying. */
  boolean isReady();
}
