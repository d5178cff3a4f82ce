package io.tinyanalytics.ingest;

import com.codahale.metrics.health.HealthCheck;
import io.tinyanalytics.ingest.publish.EventPublisher;

/** The answer of {@code /healthz} among the health checks of the admin port. */
final class ReadyHealthCheck extends HealthCheck {

  private final EventPublisher publisher;

  ReadyHealthCheck(EventPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  protected Result check() {
    return publisher.isReady()
        ? Result.healthy()
        : Result.unhealthy("the topic has not been reached in Kafka yet");
  }
}
