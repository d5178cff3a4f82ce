package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.ingest.auth.SitePolicy;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that passed all checks.
 *
 * @param visitor the visitor it is about
 * @param policy how its site wants it treated
 * @param tsMillis when it happened
 * @param botName the fragment of the deny list that its user agent contains, or null
 */
record PassedEvent(
    CollectedEvent collected,
    Visitor visitor,
    SitePolicy policy,
    long tsMillis,
    @Nullable String botName) {

  PassedEvent {
    requireNonNull(collected, "collected is null");
    requireNonNull(visitor, "visitor is null");
    requireNonNull(policy, "policy is null");
  }

  /** Whether its visitor is counted without an id. */
  boolean nameless() {
    return policy.honoursOptOut() && visitor.optsOut();
  }

  /** The site's day of the event. */
  LocalDate day() {
    return LocalDate.ofInstant(Instant.ofEpochMilli(tsMillis), policy.zone());
  }
}
