package io.tinyanalytics.e2e.visits;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One visit, as far as it is known, and the sum of what the stored rows say about it. */
final class PlainVisit {

  final String id;
  final String siteId;
  final String day;
  final boolean bot;
  final long began;
  final String referrer;
  final String source;

  /** The times of its first and last event, in milliseconds since the epoch. */
  long first;

  long last;

  /** When Kafka appended its last message. */
  long touchedAt;

  long pageViews;

  /** Events other than page views and engagement. */
  long others;

  @Nullable String entryPath;

  /** The last page view by event time. */
  String lastPath = "";

  long lastPathTs;

  /** The attribute columns of the stored row that opened the visit. */
  List<String> attributes = List.of();

  /** The ids of its visitor, the newest one last. */
  private final List<String> visitors = new ArrayList<>();

  private long rows;
  private long started;
  private long engaged;
  private long entered;
  private long millis;
  private long exit;

  PlainVisit(TopicEvent opening, String id, boolean bot, String source) {
    this.id = id;
    this.siteId = opening.siteId();
    this.day = opening.day();
    this.bot = bot;
    this.began = opening.ts();
    this.referrer = opening.referrer();
    this.source = source;
    this.first = opening.ts();
    this.last = opening.ts();
  }

  /** Notes that an event of this visitor belongs to the visit. */
  void add(String visitor) {
    if (!visitors.contains(visitor)) {
      visitors.add(visitor);
    }
  }

  boolean isOf(@Nullable String visitor) {
    return visitor != null && visitors.contains(visitor);
  }

  /** The newest id of its visitor. */
  String owner() {
    return visitors.get(visitors.size() - 1);
  }

  /** How many ids its visitor had. */
  int ids() {
    return visitors.size();
  }

  boolean isBounce() {
    return pageViews == 1 && others == 0;
  }

  long durationMillis() {
    return last - first;
  }

  boolean hasSeveralEvents() {
    return rows > 1;
  }

  /** Adds a stored row to the sums. */
  void add(VisitRow row, boolean pageView) {
    rows++;
    started += Long.parseLong(row.column("visit_started"));
    engaged += Long.parseLong(row.column("visit_engaged"));
    entered += Long.parseLong(row.column("visit_entered"));
    millis += Long.parseLong(row.column("visit_millis"));
    if (pageView) {
      exit += mark(row.path()) - mark(row.column("left_path"));
    }
  }

  /** Names the sum that is not what the visit was; empty if all are right. */
  String wrongSum() {
    if (started != 1) {
      return "sum(visit_started) is " + started;
    }
    if (started - engaged != (isBounce() ? 1 : 0)) {
      return "sum(visit_engaged) is %d, bounce: %s".formatted(engaged, isBounce());
    }
    if (millis != durationMillis()) {
      return "sum(visit_millis) is %d instead of %d".formatted(millis, durationMillis());
    }
    if (entered != (pageViews > 0 ? 1 : 0)) {
      return "sum(visit_entered) is %d of %d page views".formatted(entered, pageViews);
    }
    return exit == mark(lastPath) ? "" : "paths minus left paths is not the exit " + lastPath;
  }

  /** A number for a path: if all numbers but one cancel out, the rest is that path's. */
  private static long mark(String path) {
    return path.isEmpty() ? 0 : path.hashCode() * 0x9E3779B97F4A7C15L;
  }
}
