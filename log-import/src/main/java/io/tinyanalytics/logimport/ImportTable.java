package io.tinyanalytics.logimport;

import java.util.stream.Collectors;

/** The figures of an import or of a dry run as text, one figure a line. */
final class ImportTable {
  private static final int SHOWN_REASONS = 20;

  private final StringBuilder rows = new StringBuilder();

  private ImportTable() {}

  /** What became of each line. */
  static String of(LogFigures log, EdgeCounts counts) {
    if (log.pageViews() != counts.total()) {
      throw new IllegalArgumentException("a line was counted twice or not at all");
    }
    var table = new ImportTable();
    table.row("imported", counts.imported(), "");
    table.row("ignored as bot", counts.ignored(), "");
    table.leftOut(log);
    table.row("refused", counts.refused(), "");
    for (var refusal : counts.refusals()) {
      var first = "first line %d: %s".formatted(refusal.line(), refusal.error());
      table.row("  " + refusal.code(), refusal.count(), first);
    }
    table.row("lines", log.lines(), "");
    return table.rows.toString();
  }

  /** What would become of each line. */
  static String ofDryRun(LogFigures log) {
    var table = new ImportTable();
    table.row("would be imported", log.pageViews(), "");
    table.leftOut(log);
    table.row("lines", log.lines(), "");
    return table.rows.toString();
  }

  private void leftOut(LogFigures log) {
    row("not a page view", log.leftOut().total(), "");
    for (var reason : log.leftOut().top(SHOWN_REASONS)) {
      row("  " + reason.word(), reason.count(), "");
    }
    row("malformed", log.malformed(), malformedLines(log));
  }

  private static String malformedLines(LogFigures log) {
    var numbers = log.malformedLines();
    if (numbers.isEmpty()) {
      return "";
    }
    var text = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (log.malformed() > 1 ? "lines " : "line ")
        + text
        + (log.malformed() > numbers.size() ? ", …" : "");
  }

  private void row(String name, long count, String note) {
    rows.append("%-26s %9d  %s".formatted(name, count, note).stripTrailing()).append('\n');
  }
}
