package io.tinyanalytics.bench.visits;

import io.tinyanalytics.bench.Output;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Prints the figures. */
final class VisitsReport {
  private final Output out;
  private final int rounds;

  VisitsReport(Output out, int rounds) {
    this.out = out;
    this.rounds = rounds;
  }

  /**
   * Prints all tables.
   *
   * @param costs CPU in µs per row, by the projections that the table has
   */
  void print(Answers answers, Sizes sizes, Map<String, Double> costs) {
    out.line("");
    out.line(
        "%,d events in %,d visits of a year, half of them of one site; %d cores",
        sizes.rows(), sizes.visits(), Runtime.getRuntime().availableProcessors());
    for (var range : Range.values()) {
      times(answers, range);
    }
    sizes(sizes);
    costs(costs);
  }

  private void times(Answers answers, Range range) {
    out.line("");
    out.line(
        "ms for %s, median of %d; all ways answer alike, ours: projections where there are",
        range.title(), rounds);
    out.line(
        "%-26s %11s %11s %11s %11s %15s %15s",
        "",
        Way.ROWS.title(),
        Way.PROJECTIONS.title(),
        Way.GROUPED.title(),
        Way.SESSIONS.title(),
        "ours/GROUP BY",
        "ours/sessions");
    for (var question : Question.values()) {
      var rows = answers.median(question, Way.ROWS, range);
      var projections = answers.median(question, Way.PROJECTIONS, range);
      var ours = projections.isPresent() ? projections : rows;
      var grouped = answers.median(question, Way.GROUPED, range);
      var sessions = answers.median(question, Way.SESSIONS, range);
      out.line(
          "%-26s %11s %11s %11s %11s %15s %15s",
          question.sentence(),
          text("%,.0f", rows),
          text("%,.0f", projections),
          text("%,.0f", grouped),
          text("%,.0f", sessions),
          ratio(ours, grouped),
          ratio(ours, sessions));
    }
  }

  private void sizes(Sizes sizes) {
    out.line("");
    out.line("bytes per event, merged");
    out.line("%-26s %11.2f", "rows", perEvent(sizes.row(), sizes));
    out.line("%-26s %11.2f", "of it, columns of visits", perEvent(sizes.visitColumns(), sizes));
    sizes
        .projections()
        .forEach((name, bytes) -> out.line("%-26s %11.2f", name, perEvent(bytes, sizes)));
    out.line("%-26s %11.2f", "table of sessions", perEvent(sizes.sessions(), sizes));
  }

  private void costs(Map<String, Double> costs) {
    out.line("");
    out.line("CPU µs per event for inserting and merging, median of %d", rounds);
    costs.forEach((name, micros) -> out.line("%-26s %11.2f", name, micros));
  }

  private static double perEvent(long bytes, Sizes sizes) {
    return (double) bytes / sizes.rows();
  }

  private static String ratio(OptionalDouble one, OptionalDouble other) {
    return one.isEmpty() || other.isEmpty()
        ? "–"
        : text("%.2f", OptionalDouble.of(one.getAsDouble() / other.getAsDouble()));
  }

  private static String text(String format, OptionalDouble value) {
    return value.isEmpty() ? "–" : String.format(Locale.ROOT, format, value.getAsDouble());
  }
}
