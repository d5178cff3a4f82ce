package io.tinyanalytics.bench.visits;

import io.tinyanalytics.bench.Output;
import io.tinyanalytics.bench.Progress;
import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the questions of a dashboard in four ways: as sums over the rows of events, from the
 * projections of these sums, with GROUP BY visit over the same rows, and from a table of sessions.
 * All must answer alike.
 */
public final class VisitsBench {
  private final int events;
  private final int rounds;
  private final Output out;

  /**
   * Creates a benchmark, and starts nothing yet.
   *
   * @param events about how many events of a year; half of them belong to one site
   * @param rounds how often each question is asked in each way, after a first time that is not
   *     counted
   */
  public VisitsBench(int events, int rounds, Output out) {
    this.events = events;
    this.rounds = rounds;
    this.out = out;
  }

  public void run() throws Exception {
    try (var stack = BenchStack.create()) {
      out.line("  starting ClickHouse …");
      var server = stack.startClickHouse();
      var clickHouse = stack.clickHouse();
      fill(clickHouse);
      var answers = ask(clickHouse);
      var costs = costs(clickHouse, server);
      new VisitsReport(out, rounds).print(answers, Sizes.of(clickHouse), costs);
    }
  }

  private void fill(ClickHouseHttp clickHouse) throws IOException {
    var rows = new VisitRows(clickHouse);
    rows.insert(events, new Progress(out, "events", events)::add);
    out.line("  merging …");
    rows.merge("analytics.events");
    out.line("  sessions …");
    rows.buildSessions();
    rows.merge("peer.sessions");
  }

  private Answers ask(ClickHouseHttp clickHouse) throws IOException {
    var answers = new Answers(clickHouse);
    var progress =
        new Progress(out, "questions", (long) Question.values().length * Range.values().length);
    for (var range : Range.values()) {
      for (var question : Question.values()) {
        answers.ask(question, range, rounds);
        progress.add(1);
      }
    }
    return answers;
  }

  /** The CPU time per row with no projection of visits, with each alone, and with all. */
  private Map<String, Double> costs(ClickHouseHttp clickHouse, ServerProcess server)
      throws IOException {
    var cost = new ProjectionCost(clickHouse, server);
    cost.prepare();
    Map<String, List<String>> choices = new LinkedHashMap<>();
    choices.put("none", List.of());
    cost.names().forEach(name -> choices.put(name, List.of(name)));
    choices.put("all", cost.names());
    Map<String, List<Double>> micros = new LinkedHashMap<>();
    var progress = new Progress(out, "projections", (rounds + 1L) * choices.size());
    for (int round = 0; round <= rounds; round++) {
      for (var choice : choices.entrySet()) {
        double perRow = cost.microsPerRow(choice.getValue());
        if (round > 0) {
          micros.computeIfAbsent(choice.getKey(), unused -> new ArrayList<>()).add(perRow);
        }
        progress.add(1);
      }
    }
    return Medians.of(micros);
  }
}
