package io.tinyanalytics.pipeline.sessionize;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.EventRow.Kind;
import io.tinyanalytics.pipeline.stream.VisitChange;
import io.tinyanalytics.pipeline.stream.VisitChange.Firsts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides to which visit an event belongs, and what it changes there. A visit ends after half an
 * hour without an event, and after a day. The times of the events count, not the times of their
 * arrival. Visits are never merged: of two visits that an event fits, the nearer gets it, then the
 * earlier.
 *
 * <p>The result depends on nothing but the arguments.
 */
final class VisitRule {

  private static final long IDLE_MILLIS = Duration.ofMinutes(30).toMillis();
  private static final long LONGEST_MILLIS = Duration.ofHours(24).toMillis();
  private static final byte[] EMPTY_PATH = {0};

  private VisitRule() {}

  /**
   * What became of an event.
   *
   * @param before the visit that it belongs to, as it was; null if the event opened one
   * @param after the visit that it belongs to, as it is
   * @param change what the event changed
   */
  record Step(@Nullable Visit before, Visit after, VisitChange change) {}

  /**
   * Puts an event into a visit.
   *
   * @param visits the visits of its visitor
   * @return null if the event belongs to no visit
   */
  static @Nullable Step step(List<Visit> visits, EventRow event, long appendedAtMillis) {
    Visit found = find(visits, event.timeMillis());
    if (found != null) {
      return join(found, event, appendedAtMillis);
    }
    return event.kind() == Kind.ENGAGEMENT ? null : open(event, appendedAtMillis);
  }

  private static @Nullable Visit find(List<Visit> visits, long millis) {
    Visit best = null;
    for (Visit visit : visits) {
      if (fits(visit, millis) && (best == null || isCloser(visit, best, millis))) {
        best = visit;
      }
    }
    return best;
  }

  private static boolean fits(Visit visit, long millis) {
    long first = Math.min(visit.firstMillis(), millis);
    long last = Math.max(visit.lastMillis(), millis);
    return distance(visit, millis) <= IDLE_MILLIS && last - first <= LONGEST_MILLIS;
  }

  private static boolean isCloser(Visit visit, Visit other, long millis) {
    int byDistance = Long.compare(distance(visit, millis), distance(other, millis));
    return byDistance < 0 || (byDistance == 0 && visit.firstMillis() < other.firstMillis());
  }

  /** How far the time lies outside of the visit; 0 if it lies inside. */
  private static long distance(Visit visit, long millis) {
    return Math.max(0, Math.max(visit.firstMillis() - millis, millis - visit.lastMillis()));
  }

  private static Step open(EventRow event, long appendedAtMillis) {
    boolean pageview = event.kind() == Kind.PAGEVIEW;
    byte[] path = pageview ? event.path() : null;
    Visit visit =
        new Visit(
            event.key() == 0 ? 1 : event.key(),
            new long[] {event.visitor()},
            event.bot(),
            event.day(),
            event.timeMillis(),
            event.timeMillis(),
            event.timeMillis(),
            appendedAtMillis,
            !pageview,
            path,
            pageview ? event.timeMillis() : 0,
            path,
            event.attributes());
    return new Step(null, visit, change(visit, true, !pageview, 0, pageview, EMPTY_PATH));
  }

  private static Step join(Visit visit, EventRow event, long appendedAtMillis) {
    long millis = event.timeMillis();
    boolean pageview = event.kind() == Kind.PAGEVIEW;
    boolean engages = !visit.engaged() && event.kind() != Kind.ENGAGEMENT;
    boolean enters = pageview && visit.entryPath() == null;
    boolean isLast = pageview && (enters || millis >= visit.lastPageMillis());
    byte[] path = pageview ? event.path() : null;
    Visit after =
        new Visit(
            visit.id(),
            visitors(visit, event.visitor()),
            visit.bot(),
            visit.day(),
            visit.beganMillis(),
            Math.min(visit.firstMillis(), millis),
            Math.max(visit.lastMillis(), millis),
            appendedAtMillis,
            visit.engaged() || engages,
            enters ? path : visit.entryPath(),
            isLast ? millis : visit.lastPageMillis(),
            isLast ? path : visit.lastPath(),
            visit.attributes());
    byte[] left = isLast ? visit.lastPath() : path;
    VisitChange change =
        change(
            after,
            false,
            engages,
            length(after) - length(visit),
            enters,
            left == null ? EMPTY_PATH : left);
    return new Step(visit, after, change);
  }

  private static long length(Visit visit) {
    return visit.lastMillis() - visit.firstMillis();
  }

  private static long[] visitors(Visit visit, long visitor) {
    if (visit.isOf(visitor)) {
      return visit.visitors();
    }
    long[] more = Arrays.copyOf(visit.visitors(), visit.visitors().length + 1);
    more[more.length - 1] = visitor;
    return more;
  }

  private static VisitChange change(
      Visit visit, boolean started, boolean engaged, long millis, boolean entered, byte[] left) {
    byte[] entry = visit.entryPath();
    return new VisitChange(
        visit.id(),
        visit.day(),
        visit.beganMillis(),
        started,
        engaged,
        millis,
        entered,
        entry == null ? EMPTY_PATH : entry,
        requireNonNull(left, "left is null"),
        Firsts.NONE,
        visit.attributes());
  }
}
