package io.tinyanalytics.pipeline.sessionize;

import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.EventRow.Kind;
import io.tinyanalytics.pipeline.stream.VisitChange;
import io.tinyanalytics.pipeline.stream.VisitChange.Firsts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The visitors with one message key. It gives each event the visits of its visitor, and keeps what
 * the rule made of them.
 *
 * <p>A visit is kept with the newest id of its visitor. When it goes on after midnight, it moves to
 * the new id, and the old one leads to it, so that late events of the day before still find it.
 */
final class Visitors {

  /** How many visits are kept of a visitor: those touched last. */
  private static final int KEPT = 2;

  /** How many midnights a visit can cross, and one more. */
  private static final int LINKS = 3;

  private static final long[] NOTHING_SEEN = {};

  private final VisitorMemory memory;
  private final long horizonMillis;
  private final Map<Long, VisitorState> states = new HashMap<>();

  /**
   * Begins without a visitor.
   *
   * @param horizon what was touched longer ago does not exist
   */
  Visitors(VisitorMemory memory, Duration horizon) {
    this.memory = memory;
    this.horizonMillis = horizon.toMillis();
  }

  /** What an event changed. The events of a visitor must come in Kafka's order. */
  VisitChange apply(EventRow event, long appendedAtMillis) throws Exception {
    if (event.visitor() == EventRow.NOBODY) {
      return VisitChange.none(event);
    }
    VisitRule.Step step = VisitRule.step(visits(event, appendedAtMillis), event, appendedAtMillis);
    if (step == null) {
      return VisitChange.none(event);
    }
    keep(step, appendedAtMillis);
    return event.kind() == Kind.ENGAGEMENT
        ? step.change()
        : step.change().with(firsts(event, step.after(), appendedAtMillis));
  }

  /** Writes what was changed, and forgets all visitors. */
  void flush() throws Exception {
    for (Map.Entry<Long, VisitorState> state : states.entrySet()) {
      memory.write(state.getKey(), state.getValue());
    }
    states.clear();
  }

  private List<Visit> visits(EventRow event, long now) throws Exception {
    List<Visit> visits = new ArrayList<>(KEPT);
    addVisits(event.visitor(), event, now, visits);
    if (event.previousVisitor() != EventRow.NOBODY) {
      addVisits(event.previousVisitor(), event, now, visits);
    }
    return visits;
  }

  private void addVisits(long visitor, EventRow event, long now, List<Visit> visits)
      throws Exception {
    long holder = visitor;
    for (int i = 0; i < LINKS && holder != EventRow.NOBODY; i++) {
      VisitorState state = state(holder);
      for (Visit visit : state.visits()) {
        if (visit.bot() == event.bot()
            && visit.isOf(visitor)
            && isKnown(visit.touchedMillis(), now)) {
          visits.add(visit);
        }
      }
      holder = state.nextVisitor();
    }
  }

  private boolean isKnown(long touchedMillis, long now) {
    return now - touchedMillis < horizonMillis;
  }

  private void keep(VisitRule.Step step, long now) throws Exception {
    long holder = step.after().newestVisitor();
    Visit before = step.before();
    if (before != null && before.newestVisitor() != holder) {
      VisitorState old = state(before.newestVisitor());
      states.put(
          before.newestVisitor(),
          new VisitorState(holder, without(old.visits(), before), old.days()));
    }
    VisitorState state = state(holder);
    List<Visit> visits = new ArrayList<>(without(state.visits(), before));
    visits.removeIf(visit -> !isKnown(visit.touchedMillis(), now));
    makeRoom(visits, step.after().bot());
    visits.add(step.after());
    states.put(holder, new VisitorState(state.nextVisitor(), visits, state.days()));
  }

  private static List<Visit> without(List<Visit> visits, @Nullable Visit one) {
    return one == null ? visits : visits.stream().filter(visit -> visit.id() != one.id()).toList();
  }

  private static void makeRoom(List<Visit> visits, boolean bot) {
    long same = visits.stream().filter(visit -> visit.bot() == bot).count();
    for (int i = 0; same >= KEPT; i++) {
      if (visits.get(i).bot() == bot) {
        visits.remove(i--);
        same--;
      }
    }
  }

  private Firsts firsts(EventRow event, Visit visit, long now) throws Exception {
    VisitorState state = state(event.visitor());
    List<VisitorDay> days = new ArrayList<>(state.days());
    days.removeIf(day -> !isKnown(day.touchedMillis(), now));
    VisitorDay known = take(days, event);
    VisitorDay day =
        known == null
            ? new VisitorDay(event.bot(), event.day(), now, now, NOTHING_SEEN)
            : known.touched(now);
    long source = Hashes.source(visit.attributes());
    boolean newSource = isNew(source, day, event, now);
    day = newSource ? day.with(source) : day;
    long page = Hashes.page(event.texts());
    boolean newPage = isNew(page, day, event, now);
    days.add(newPage ? day.with(page) : day);
    states.put(event.visitor(), new VisitorState(state.nextVisitor(), state.visits(), days));
    return new Firsts(known == null, newSource, newPage);
  }

  private static @Nullable VisitorDay take(List<VisitorDay> days, EventRow event) {
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i).bot() == event.bot() && days.get(i).day() == event.day()) {
        return days.remove(i);
      }
    }
    return null;
  }

  private boolean isNew(long hash, VisitorDay day, EventRow event, long now) throws Exception {
    if (day.contains(hash)) {
      return false;
    }
    return !day.isFull()
        || memory.remember(
            Hashes.of(hash, event.visitor(), event.bot(), event.day()), day.sinceMillis(), now);
  }

  private VisitorState state(long visitor) throws Exception {
    VisitorState state = states.get(visitor);
    if (state == null) {
      state = memory.read(visitor);
      states.put(visitor, state);
    }
    return state;
  }
}
