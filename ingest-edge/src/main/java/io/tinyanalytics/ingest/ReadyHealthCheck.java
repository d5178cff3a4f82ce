package io.tinyanalytics.ingest;

import com.codahale.metrics.health.HealthCheck;
import java.util.function.BooleanSupplier;

/** The answer of {@code /healthz} among the health checks of the admin port. */
final class ReadyHealthCheck extends HealthCheck {

  private final BooleanSupplier ready;

  ReadyHealthCheck(BooleanSupplier ready) {
    this.ready = ready;
  }

  @Override
  protected Result check() {
    return ready.getAsBoolean()
        ? Result.healthy()
        : Result.unhealthy("the topics have not been found in Kafka yet");
  }
}
