package io.tinyanalytics.bench.logs;

import io.tinyanalytics.bench.Output;
import io.tinyanalytics.bench.events.SampleLog;
import io.tinyanalytics.bench.stack.BenchStack;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports logs into a running stack, in turns with GoAccess. GoAccess reads the same logs on the
 * same cores while the stack is idle. The first log warms up the edge and the job and is not
 * counted.
 */
public final class ImportBench {
  private static final String SITE = "site-1";
  private static final long PAUSE_MILLIS = 500;

  private final int lines;
  private final int rounds;
  private final Output out;
  private final List<Double> importing = new ArrayList<>();
  private final List<Double> goAccess = new ArrayList<>();
  private final List<Double> storing = new ArrayList<>();

  public ImportBench(int lines, int rounds, Output out) {
    this.lines = lines;
    this.rounds = rounds;
    this.out = out;
  }

  public void run() throws IOException {
    GoAccess.require();
    try (var stack = BenchStack.create()) {
      start(stack);
      var importer = new Importer(stack, SITE);
      for (int n = 0; n <= rounds; n++) {
        out.line(n == 0 ? "  warming up …" : "  round %d of %d …", n, rounds);
        measure(stack.settings().home(), importer, n);
      }
      report(importer.stored());
    }
  }

  private void start(BenchStack stack) throws IOException {
    out.line("  starting the stack …");
    stack.startClickHouse();
    stack.startKafka();
    stack.startEdge();
    stack.startFlink();
    stack.submitJob();
  }

  /**
   * Each round imports a different log, because the job would drop the events of a log that was
   * imported before.
   */
  private void measure(Path home, Importer importer, int round) throws IOException {
    var log = home.resolve("access-" + round + ".log");
    SampleLog.write(log, lines, round);
    long before = importer.stored();
    long begin = System.nanoTime();
    double imported = importer.seconds(log);
    awaitStored(importer, before);
    double stored = (System.nanoTime() - begin) / 1e9;
    double read = new GoAccess(home.resolve("report.json")).seconds(log);
    if (round > 0) {
      importing.add(imported);
      storing.add(stored);
      goAccess.add(read);
    }
    Files.delete(log);
  }

  /** Waits until no new rows are stored. */
  private static void awaitStored(Importer importer, long before) throws IOException {
    long rows = before;
    for (int quiet = 0; quiet < 6; ) {
      pause();
      long now = importer.stored();
      quiet = now == rows && now > before ? quiet + 1 : 0;
      rows = now;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while rows came");
    }
  }

  private void report(long stored) {
    double ours = lines / median(importing);
    double peer = lines / median(goAccess);
    out.line("");
    out.line(
        "%,d lines, median of %d rounds, %d cores",
        lines, rounds, Runtime.getRuntime().availableProcessors());
    out.line("%-40s %,10d", "page views of a log", stored / (rounds + 1));
    out.line("%-40s %,10.0f lines/s", "GoAccess", peer);
    out.line("%-40s %,10.0f lines/s", "this importer, into a running stack", ours);
    out.line("%-40s %10.2f", "  ratio", ours / peer);
    out.line("%-40s %10.1f s", "GoAccess, start to end", median(goAccess));
    out.line("%-40s %10.1f s", "this importer, start to end", median(importing));
    out.line("%-40s %10.1f s", "  until the last row is stored, at most", median(storing));
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
