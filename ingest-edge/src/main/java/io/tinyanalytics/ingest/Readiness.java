package io.tinyanalytics.ingest;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.identity.DailySalts;
import io.tinyanalytics.ingest.identity.SaltDates;
import io.tinyanalytics.ingest.publish.EventPublisher;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether this edge accepts events: yes once it has found its topic and the salt of a date that it
 * is at one of its sites, also during outages of Kafka, until it is told to stop. Usually all dates
 * come together. Where Kafka refuses the salt of one, the sites with the other date go on.
 */
final class Readiness implements BooleanSupplier {

  private final EventPublisher publisher;
  private final DailySalts salts;
  private final Supplier<Set<ZoneId>> zones;
  private final InstantSource clock;

  private volatile boolean salted;
  private volatile boolean stopping;

  Readiness(
      EventPublisher publisher,
      DailySalts salts,
      Supplier<Set<ZoneId>> zones,
      InstantSource clock) {
    this.publisher = requireNonNull(publisher, "publisher is null");
    this.salts = requireNonNull(salts, "salts is null");
    this.zones = requireNonNull(zones, "zones is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public boolean getAsBoolean() {
    if (!salted) {
      salted =
          new SaltDates(zones.get())
              .at(clock.instant()).stream().anyMatch(date -> salts.of(date).isPresent());
    }
    return salted && !stopping && publisher.isReady();
  }

  /** Makes this edge not ready for good. */
  void stop() {
    stopping = true;
  }
}
