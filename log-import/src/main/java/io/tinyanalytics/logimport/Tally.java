package io.tinyanalytics.logimport;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each word came; at most {@link #WORDS} words are told apart, whatever a log holds. */
final class Tally {
  static final int WORDS = 1_000;
  static final String OTHER = "other";

  private final Map<String, Long> counts = new HashMap<>();

  void add(String word) {
    add(word, 1);
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The most frequent first, equal ones by name; the rest together under {@link #OTHER}. */
  List<Entry> top(int most) {
    var sorted =
        counts.entrySet().stream()
            .map(count -> new Entry(count.getKey(), count.getValue()))
            .sorted(Comparator.comparing(Entry::count).reversed().thenComparing(Entry::word))
            .toList();
    if (sorted.size() <= most) {
      return sorted;
    }
    var top = new Tally();
    sorted.subList(0, most).forEach(entry -> top.add(entry.word(), entry.count()));
    sorted.subList(most, sorted.size()).forEach(entry -> top.add(OTHER, entry.count()));
    return top.top(most + 1);
  }

  private void add(String word, long more) {
    boolean known = counts.size() < WORDS || counts.containsKey(word);
    counts.merge(known ? word : OTHER, more, Long::sum);
  }

  /** One word and how often it came. */
  record Entry(String word, long count) {}
}
