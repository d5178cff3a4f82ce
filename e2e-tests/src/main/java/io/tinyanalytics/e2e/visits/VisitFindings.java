package io.tinyanalytics.e2e.visits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the comparison of the stored rows with the reference has found so far. */
public final class VisitFindings {

  private static final int NAMED = 10;

  private final List<String> named = new ArrayList<>();
  private final SortedMap<String, Long> dailySums = new TreeMap<>();
  private long differences;
  private long events;
  private long copies;
  private long leftOut;
  private long visits;
  private long longerVisits;
  private long bounces;

  VisitFindings() {}

  void differ(int partition, long offset, String column, String expected, String stored) {
    differ(
        "partition %d offset %d %s: %s instead of %s"
            .formatted(partition, offset, column, stored, expected));
  }

  void differ(String difference) {
    differences++;
    if (named.size() < NAMED) {
      named.add(difference);
    }
  }

  void event() {
    events++;
  }

  void copy() {
    copies++;
  }

  void leaveOut() {
    leftOut++;
  }

  /** Adds what the reference has found in a partition. */
  void add(PlainVisits partition) {
    for (PlainVisit visit : partition.all()) {
      visits++;
      longerVisits += visit.hasSeveralEvents() ? 1 : 0;
      bounces += visit.isBounce() ? 1 : 0;
      String wrong = visit.wrongSum();
      if (!wrong.isEmpty()) {
        differ("visit %s: %s".formatted(visit.id, wrong));
      }
    }
    partition.dailySums().forEach((key, value) -> dailySums.merge(key, value, Long::sum));
  }

  /** How many differences there are. */
  public long differences() {
    return differences;
  }

  /** The first differences, each with its place. */
  public List<String> named() {
    return Collections.unmodifiableList(named);
  }

  /** The rows that were compared. */
  public long events() {
    return events;
  }

  /** Messages that are no events of their own: copies of others, and malformed ones. */
  public long copies() {
    return copies;
  }

  /** Messages that were left out because their key has messages in two partitions. */
  public long leftOut() {
    return leftOut;
  }

  public long visits() {
    return visits;
  }

  /** Visits of more than one event. */
  public long longerVisits() {
    return longerVisits;
  }

  public long bounces() {
    return bounces;
  }

  /** The figures of each day that the reference gives, by the text that names them. */
  Map<String, Long> dailySums() {
    return dailySums;
  }

  @Override
  public String toString() {
    return "%,d events, %,d copies, %,d visits (%,d of several events, %,d bounces), %,d daily figures, %,d differences %s"
        .formatted(
            events, copies, visits, longerVisits, bounces, dailySums.size(), differences, named);
  }
}
