package io.tinyanalytics.logimport;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the edge decided about the page views of a log so far.
 *
 * @param imported queued, be it for the first time or again
 * @param ignored ignored as coming from a bot
 * @param refused by the edge's word for why
 */
record EdgeCounts(long imported, long ignored, SortedMap<String, Long> refused) {

  static final EdgeCounts NONE = new EdgeCounts(0, 0, Collections.emptySortedMap());

  EdgeCounts {
    refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
  }

  EdgeCounts withImported() {
    return new EdgeCounts(imported + 1, ignored, refused);
  }

  EdgeCounts withIgnored() {
    return new EdgeCounts(imported, ignored + 1, refused);
  }

  EdgeCounts withRefused(String code) {
    var more = new TreeMap<>(refused);
    more.merge(code, 1L, Long::sum);
    return new EdgeCounts(imported, ignored, more);
  }

  long refusedInAll() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  long total() {
    return imported + ignored + refusedInAll();
  }
}
