package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a site wants its events treated.
 *
 * @param origins the origins of the pages that may send its events; empty for any
 * @param eventsPerSecond the most events per second that are accepted for it in the long run; 0 for
 *     no limit
 * @param clientEventsPerSecond the same for one client network that is not trusted
 * @param bots how events of bots are treated
 * @param honoursOptOut whether visitors who ask not to be tracked are counted without an id
 * @param maxAge the maximum age of an event from a sender that is not trusted; null for no limit
 * @param zone the time zone in which its days begin and end
 */
public record SitePolicy(
    Set<String> origins,
    int eventsPerSecond,
    int clientEventsPerSecond,
    Bots bots,
    boolean honoursOptOut,
    @Nullable Duration maxAge,
    ZoneId zone) {

  /** The policy of a site that sets none of this. */
  public static final SitePolicy DEFAULT =
      new SitePolicy(Set.of(), 0, 0, Bots.FLAG, true, null, ZoneOffset.UTC);

  public SitePolicy {
    origins = Set.copyOf(origins);
    requireNonNull(bots, "bots is null");
    requireNonNull(zone, "zone is null");
  }

  /** How events of bots are treated. */
  public enum Bots {
    /** They are accepted and marked, so that a wrong match of the deny list can be corrected. */
    FLAG,
    /** They are discarded. */
    DROP
  }
}
