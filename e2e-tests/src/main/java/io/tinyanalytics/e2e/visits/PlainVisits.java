package io.tinyanalytics.e2e.visits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The visits of one partition, computed from its events one after another in Kafka's order. All
 * events of a message key must be in this partition.
 */
final class PlainVisits {

  private static final long GAP_MILLIS = 30 * 60_000L;
  private static final long LONGEST_MILLIS = 24 * 3_600_000L;
  private static final long HORIZON_MILLIS = 48 * 3_600_000L;
  private static final int KEPT = 2;

  private static final Map<String, String> NOBODY =
      Map.ofEntries(
          Map.entry("visit_id", "0"),
          Map.entry("visit_date", "1970-01-01"),
          Map.entry("visit_began", "0"),
          Map.entry("visit_started", "0"),
          Map.entry("visit_engaged", "0"),
          Map.entry("visit_millis", "0"),
          Map.entry("visit_entered", "0"),
          Map.entry("entry_path", ""),
          Map.entry("left_path", ""),
          Map.entry("visitor_first", "0"),
          Map.entry("source_first", "0"),
          Map.entry("page_first", "0"));

  /** The visits that can go on, by message key, site and whether a bot makes them. */
  private final Map<String, List<PlainVisit>> open = new HashMap<>();

  /** The days of visitors. */
  private final Map<String, Day> days = new HashMap<>();

  private final List<PlainVisit> all = new ArrayList<>();
  private final PlainSums sums = new PlainSums();

  /**
   * What an event changes.
   *
   * @param columns by name, as ClickHouse writes them as text
   * @param visit the event's visit; null if it has none
   */
  record Change(Map<String, String> columns, @Nullable PlainVisit visit) {}

  /** What a visitor was seen with on a day. */
  private static final class Day {
    private final Set<String> seen = new HashSet<>();
    private long touchedAt;
  }

  /**
   * Works on the next event.
   *
   * @param bot whether a bot sent it
   * @param source the source that the event itself names
   */
  Change next(TopicEvent event, boolean bot, String hostname, String path, String source) {
    Map<String, String> columns = new HashMap<>(NOBODY);
    columns.put("event_date", event.day());
    columns.put("visit_referrer", event.referrer());
    if (event.isPageView()) {
      sums.count("pageviews", event, bot, path);
    }
    String visitor = event.visitor();
    if (visitor == null) {
      return new Change(columns, null);
    }
    List<PlainVisit> known = known(event, bot);
    PlainVisit visit = find(event, known);
    boolean opens = visit == null;
    if (visit == null) {
      if (event.isEngagement()) {
        return new Change(columns, null);
      }
      visit = new PlainVisit(event, VisitId.of(event.siteId(), event.eventId()), bot, source);
      all.add(visit);
      known.add(visit);
    }
    describe(visit, opens, event, path, columns);
    touch(visit, visitor, event, known);
    if (!event.isEngagement()) {
      String from = visit.source;
      String page = hostname + '|' + path;
      Set<String> seen = day(event, bot).seen;
      first("visitor_first", seen.add(""), columns, () -> sums.count("visitors", event, bot, ""));
      first(
          "source_first",
          seen.add("source " + from),
          columns,
          () -> sums.count("visitors by source", event, bot, from));
      first(
          "page_first",
          seen.add("page " + page),
          columns,
          () -> sums.count("visitors by page", event, bot, page));
    }
    return new Change(columns, visit);
  }

  private static void first(
      String column, boolean isFirst, Map<String, String> columns, Runnable count) {
    if (isFirst) {
      columns.put(column, "1");
      count.run();
    }
  }

  private static @Nullable PlainVisit find(TopicEvent event, List<PlainVisit> known) {
    return known.stream()
        .filter(visit -> visit.isOf(event.visitor()) || visit.isOf(event.previous()))
        .filter(visit -> fits(visit, event.ts()))
        .min(
            Comparator.comparingLong((PlainVisit visit) -> outside(visit, event.ts()))
                .thenComparingLong(visit -> visit.first))
        .orElse(null);
  }

  private List<PlainVisit> known(TopicEvent event, boolean bot) {
    String key = String.join("|", event.key(), event.siteId(), String.valueOf(bot));
    List<PlainVisit> known = open.computeIfAbsent(key, k -> new ArrayList<>());
    known.removeIf(visit -> isOver(visit.touchedAt, event));
    return known;
  }

  private static boolean isOver(long touchedAt, TopicEvent event) {
    return event.appendedAt() - touchedAt >= HORIZON_MILLIS;
  }

  private static boolean fits(PlainVisit visit, long ts) {
    boolean near = visit.first - GAP_MILLIS <= ts && ts <= visit.last + GAP_MILLIS;
    return near && Math.max(visit.last, ts) - Math.min(visit.first, ts) <= LONGEST_MILLIS;
  }

  /** How far a time lies outside of a visit, in milliseconds. */
  private static long outside(PlainVisit visit, long ts) {
    return Math.max(0, visit.first - ts) + Math.max(0, ts - visit.last);
  }

  private static void describe(
      PlainVisit visit, boolean opens, TopicEvent event, String path, Map<String, String> columns) {
    boolean wasEngaged = !opens && (visit.others > 0 || visit.pageViews > 1);
    if (event.isPageView()) {
      visit.pageViews++;
      columns.put("visit_entered", visit.entryPath == null ? "1" : "0");
      columns.put("left_path", leave(visit, event.ts(), path));
    } else if (!event.isEngagement()) {
      visit.others++;
    }
    boolean isEngaged = visit.others > 0 || visit.pageViews > 1;
    columns.put("visit_id", visit.id);
    columns.put("visit_date", visit.day);
    columns.put("visit_began", String.valueOf(visit.began));
    columns.put("visit_referrer", visit.referrer);
    columns.put("visit_started", opens ? "1" : "0");
    columns.put("visit_engaged", isEngaged && !wasEngaged ? "1" : "0");
    columns.put("visit_millis", String.valueOf(outside(visit, event.ts())));
    columns.put("entry_path", visit.entryPath == null ? "" : visit.entryPath);
    visit.first = Math.min(visit.first, event.ts());
    visit.last = Math.max(visit.last, event.ts());
  }

  /** The page view that this one replaces as the last one. */
  private static String leave(PlainVisit visit, long ts, String path) {
    if (visit.entryPath != null && ts < visit.lastPathTs) {
      return path;
    }
    String left = visit.lastPath;
    visit.entryPath = visit.entryPath == null ? path : visit.entryPath;
    visit.lastPath = path;
    visit.lastPathTs = ts;
    return left;
  }

  /**
   * Keeps the visit as the last one touched. A visit belongs to the newest id of its visitor; of
   * each id, two are kept.
   */
  private void touch(PlainVisit visit, String visitor, TopicEvent event, List<PlainVisit> known) {
    visit.touchedAt = event.appendedAt();
    visit.add(visitor);
    known.remove(visit);
    known.add(visit);
    List<PlainVisit> own =
        known.stream().filter(each -> each.owner().equals(visit.owner())).toList();
    if (own.size() > KEPT) {
      known.remove(own.get(0));
    }
  }

  private Day day(TopicEvent event, boolean bot) {
    String who =
        String.join(
            "|",
            event.key(),
            event.siteId(),
            String.valueOf(bot),
            String.valueOf(event.visitor()),
            event.day());
    Day day = days.get(who);
    if (day == null || isOver(day.touchedAt, event)) {
      day = new Day();
      days.put(who, day);
    }
    day.touchedAt = event.appendedAt();
    return day;
  }

  /** All visits so far. */
  List<PlainVisit> all() {
    return all;
  }

  /** The daily figures, by the text that {@link DailySums} gives them. */
  SortedMap<String, Long> dailySums() {
    return sums.with(all);
  }
}
