package io.tinyanalytics.logimport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the edge decided about the page views of a log so far.
 *
 * @param imported queued, be it for the first time or again
 * @param ignored ignored as coming from a bot
 * @param refusals one for each reason; at most {@link #REASONS} reasons are told apart
 */
record EdgeCounts(long imported, long ignored, List<Refusal> refusals) {
  static final int REASONS = 100;
  static final EdgeCounts NONE = new EdgeCounts(0, 0, List.of());
  private static final String OTHER = "and other reasons";

  EdgeCounts {
    refusals = List.copyOf(refusals);
  }

  EdgeCounts plus(EdgeCounts other) {
    return new EdgeCounts(
        imported + other.imported, ignored + other.ignored, merged(refusals, other.refusals));
  }

  long refused() {
    return refusals.stream().mapToLong(Refusal::count).sum();
  }

  long total() {
    return imported + ignored + refused();
  }

  private static List<Refusal> merged(Collection<Refusal> some, Collection<Refusal> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return List.copyOf(some.isEmpty() ? more : some);
    }
    Map<String, Refusal> byReason = new TreeMap<>();
    some.forEach(refusal -> byReason.put(refusal.reason(), refusal));
    for (var refusal : more) {
      boolean known = byReason.size() < REASONS || byReason.containsKey(refusal.reason());
      var kept =
          known ? refusal : new Refusal(refusal.code(), OTHER, refusal.line(), refusal.count());
      byReason.merge(kept.reason(), kept, Refusal::and);
    }
    return List.copyOf(byReason.values());
  }
}
