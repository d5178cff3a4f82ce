package io.tinyanalytics.e2e.visits;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The daily figures, counted one by one, by the text that {@link DailySums} gives them. */
final class PlainSums {

  private final SortedMap<String, Long> counts = new TreeMap<>();

  /** Counts one more of what is counted by the day of an event. */
  void count(String figure, TopicEvent event, boolean bot, String group) {
    String key = DailySums.key(figure, event.siteId(), event.day(), bot, group);
    counts.merge(key, 1L, Long::sum);
  }

  /** These figures, and those of visits, which are counted by the day on which they began. */
  SortedMap<String, Long> with(List<PlainVisit> visits) {
    SortedMap<String, Long> result = new TreeMap<>(counts);
    for (PlainVisit visit : visits) {
      add(result, visit, "visits", "", 1);
      add(result, visit, "bounces", "", visit.isBounce() ? 1 : 0);
      add(result, visit, "millis", "", visit.durationMillis());
      add(result, visit, "visits by source", visit.source, 1);
      if (visit.entryPath != null) {
        add(result, visit, "entries", visit.entryPath, 1);
        add(result, visit, "exits", visit.lastPath, visit.lastPath.isEmpty() ? 0 : 1);
      }
    }
    result.values().removeIf(value -> value == 0);
    return result;
  }

  private static void add(
      SortedMap<String, Long> to, PlainVisit visit, String figure, String group, long value) {
    to.merge(DailySums.key(figure, visit.siteId, visit.day, visit.bot, group), value, Long::sum);
  }
}
