package io.tinyanalytics.bench;

import io.tinyanalytics.bench.dedupe.DedupeBench;
import io.tinyanalytics.bench.edge.EdgeBench;
import io.tinyanalytics.bench.insert.InsertBench;
import io.tinyanalytics.bench.logs.ImportBench;
import io.tinyanalytics.bench.pipeline.PipelineBench;
import io.tinyanalytics.bench.visits.VisitsBench;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command {@code bench NAME}. */
public final class Bench {
  private static final int USAGE = 2;

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "dedupe",
              "the dedupe state's cost and bytes per key, RocksDB beside the heap",
              Set.of("keys"),
              (options, out) ->
                  new DedupeBench(options.numbers("keys", "1000000,10000000"), out).run()),
          new Entry(
              "edge",
              "the edge's events per second, beside a bare Jetty and Kafka's producer tool",
              Set.of("rounds", "seconds"),
              (options, out) ->
                  new EdgeBench(options.number("rounds", 3), options.number("seconds", 10), out)
                      .run()),
          new Entry(
              "import",
              "the log importer's lines per second into a running stack, beside GoAccess",
              Set.of("lines", "rounds"),
              (options, out) ->
                  new ImportBench(
                          options.number("lines", 300_000), options.number("rounds", 3), out)
                      .run()),
          new Entry(
              "insert",
              "ClickHouse's cost per row of the job's format, beside RowBinary and JSONEachRow",
              Set.of("events", "rounds"),
              (options, out) ->
                  new InsertBench(
                          options.number("events", 200_000), options.number("rounds", 5), out)
                      .run()),
          new Entry(
              "pipeline",
              "the job's events per second and bytes per event, beside ClickHouse's Kafka engine",
              Set.of("events"),
              (options, out) -> new PipelineBench(options.number("events", 8_000_000), out).run()),
          new Entry(
              "visits",
              "the time of a dashboard's questions as sums, beside GROUP BY and a sessions table",
              Set.of("events", "rounds"),
              (options, out) ->
                  new VisitsBench(
                          options.number("events", 20_000_000), options.number("rounds", 5), out)
                      .run()));

  private record Entry(String name, String sentence, Set<String> options, Benchmark benchmark) {}

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    try {
      run(arguments, new Output(System.out));
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    }
  }

  private static void run(String[] arguments, Output out) throws Exception {
    var name = arguments.length == 0 ? "" : arguments[0];
    Optional<Entry> entry = ENTRIES.stream().filter(e -> e.name().equals(name)).findFirst();
    if (entry.isEmpty()) {
      throw new IllegalArgumentException(usage());
    }
    var rest = Arrays.asList(arguments).subList(1, arguments.length);
    entry.get().benchmark().run(Options.of(rest, entry.get().options()), out);
  }

  private static String usage() {
    var usage = new StringBuilder("Usage: bench NAME, where NAME is one of:");
    for (var entry : ENTRIES) {
      usage.append("\n  %-9s %s".formatted(entry.name(), entry.sentence()));
      for (var option : entry.options()) {
        usage.append(" [--" + option + " N]");
      }
    }
    return usage.toString();
  }
}
