package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a site wants its events treated.
 *
 * @param origins whose pages may send its events; empty for any
 * @param eventsPerSecond the most events that are taken for it, on the long run; 0 for any number
 * @param clientEventsPerSecond likewise from one network of clients that are not trusted
 * @param bots what becomes of the events of bots
 * @param honoursOptOut whether visitors who ask not to be followed are counted without an id
 * @param maxAge how old an event may be whose sender is not trusted; null for any age
 */
public record SitePolicy(
    Set<String> origins,
    int eventsPerSecond,
    int clientEventsPerSecond,
    Bots bots,
    boolean honoursOptOut,
    @Nullable Duration maxAge) {

  /** The policy of a site that says nothing about it. */
  public static final SitePolicy DEFAULT = new SitePolicy(Set.of(), 0, 0, Bots.FLAG, true, null);

  public SitePolicy {
    origins = Set.copyOf(origins);
    requireNonNull(bots, "bots is null");
  }

  /** What becomes of the events of bots. */
  public enum Bots {
    /** They are taken and marked: a wrong guess of the deny list can be undone. */
    FLAG,
    /** They are thrown away. */
    DROP
  }
}
