package io.tinyanalytics.audit;

import io.tinyanalytics.event.DiscardReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The report for people: a table, then one line for each finding, then the verdict. */
final class TextReport {
  private final AuditReport report;
  private final List<String> reasons;

  private TextReport(AuditReport report) {
    this.report = report;
    this.reasons = reasons(report.discards().keySet());
  }

  static String of(AuditReport report) {
    var text = new TextReport(report);
    return String.join("\n", text.lines()) + "\n";
  }

  private static List<String> reasons(Set<String> found) {
    var others = new TreeSet<>(found);
    var known = Stream.of(DiscardReason.values()).map(DiscardReason::word).toList();
    others.removeAll(known);
    return Stream.concat(known.stream(), others.stream()).toList();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(table());
    for (var partition : report.partitions()) {
      findings(partition, lines);
    }
    if (report.values() != null) {
      differences(report.values(), lines);
    }
    lines.add(verdict());
    return lines;
  }

  private static void differences(ValueReport values, List<String> lines) {
    for (var difference : values.differences()) {
      lines.add(
          "different: partition %d, offset %d: %s"
              .formatted(
                  difference.partition(),
                  difference.offset(),
                  String.join(", ", difference.fields())));
    }
    lines.add(
        "values: %d messages compared with their rows, %d different."
            .formatted(values.compared(), values.different()));
  }

  private List<String> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    report.partitions().forEach(partition -> rows.add(row(partition)));
    rows.add(totals());
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    return rows.stream().map(row -> aligned(row, widths)).toList();
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("partition", "begin", "end", "events"));
    header.addAll(reasons);
    header.addAll(List.of("in flight", "missing", "double"));
    return header;
  }

  private List<String> row(PartitionReport partition) {
    return row(
        List.of(
            Integer.toString(partition.partition()),
            Long.toString(partition.judged().begin()),
            Long.toString(partition.judged().end())),
        partition.events(),
        partition.discards(),
        List.of(partition.inFlight(), partition.missing(), partition.doubled()));
  }

  private List<String> totals() {
    return row(
        List.of("total", "", Long.toString(report.messages())),
        report.events(),
        report.discards(),
        List.of(report.inFlight(), report.missing(), report.doubled()));
  }

  private List<String> row(
      List<String> place, long events, SortedMap<String, Long> discards, List<Long> judgement) {
    List<String> row = new ArrayList<>(place);
    row.add(Long.toString(events));
    reasons.forEach(reason -> row.add(Long.toString(discards.getOrDefault(reason, 0L))));
    judgement.forEach(figure -> row.add(figure.toString()));
    return row;
  }

  private static String aligned(List<String> row, List<Integer> widths) {
    var line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      var cell = row.get(column);
      line.append(column == 0 ? "" : "  ").append(" ".repeat(widths.get(column) - cell.length()));
      line.append(cell);
    }
    return line.toString();
  }

  private static void findings(PartitionReport partition, List<String> lines) {
    for (var range : partition.missingOffsets()) {
      lines.add("missing: partition " + partition.partition() + ", " + range);
    }
    for (var doubled : partition.doubledOffsets()) {
      lines.add(
          "double: partition %d, offset %d stands in %d rows"
              .formatted(partition.partition(), doubled.offset(), doubled.rows()));
    }
  }

  private String verdict() {
    var flight =
        report.inFlight() == 0
            ? ""
            : " %d messages are in flight: audit again to judge them.".formatted(report.inFlight());
    return (report.isClean() ? clean() : notClean()) + flight;
  }

  private String clean() {
    return report.values() == null
        ? "Clean: nothing is missing and nothing stands twice."
        : "Clean: nothing is missing, nothing stands twice, and each value is as it was sent.";
  }

  private String notClean() {
    var counts = "Not clean: %d missing, %d double".formatted(report.missing(), report.doubled());
    return report.values() == null
        ? counts + "."
        : counts + ", %d different.".formatted(report.values().different());
  }
}
