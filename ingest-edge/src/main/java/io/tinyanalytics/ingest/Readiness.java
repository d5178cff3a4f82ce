package io.tinyanalytics.ingest;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.identity.DailySalts;
import io.tinyanalytics.ingest.publish.EventPublisher;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/**
 * Whether this edge accepts events: yes once it has found its topic and the day's salt, also during
 * outages of Kafka, until it is told to stop.
 */
final class Readiness implements BooleanSupplier {

  private final EventPublisher publisher;
  private final DailySalts salts;
  private final InstantSource clock;

  private volatile boolean salted;
  private volatile boolean stopping;

  Readiness(EventPublisher publisher, DailySalts salts, InstantSource clock) {
    this.publisher = requireNonNull(publisher, "publisher is null");
    this.salts = requireNonNull(salts, "salts is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public boolean getAsBoolean() {
    if (!salted) {
      salted = salts.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).isPresent();
    }
    return salted && !stopping && publisher.isReady();
  }

  /** Makes this edge not ready for good. */
  void stop() {
    stopping = true;
  }
}
