package io.tinyanalytics.logimport;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of each line of a log.
 *
 * @param lines how many lines the log has: the sum of all others
 * @param malformedLines the numbers of the first malformed lines
 * @param counts what the edge decided about the page views
 */
record ImportSummary(
    long lines, long notPageViews, long malformed, List<Long> malformedLines, EdgeCounts counts) {

  ImportSummary {
    malformedLines = List.copyOf(malformedLines);
    if (lines != notPageViews + malformed + counts.total()) {
      throw new IllegalArgumentException("a line was counted twice or not at all");
    }
  }

  /** One line per figure. */
  String table() {
    return row("imported", counts.imported(), "")
        + row("ignored as bot", counts.ignored(), "")
        + row("not a page view", notPageViews, "")
        + row("malformed", malformed, numbers())
        + row("refused", counts.refusedInAll(), codes())
        + row("lines", lines, "");
  }

  private String numbers() {
    var numbers = malformedLines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    if (malformedLines.isEmpty()) {
      return "";
    }
    return "lines " + numbers + (malformed > malformedLines.size() ? ", …" : "");
  }

  private String codes() {
    return counts.refused().entrySet().stream()
        .map(refused -> refused.getKey() + " " + refused.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String row(String name, long count, String note) {
    return "%-16s %9d  %s".formatted(name, count, note).stripTrailing() + "\n";
  }
}
