package io.tinyanalytics.bench.edge;

import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.settings.StackPort;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The edge with one event a request and with a hundred, in turns with what bounds them on the same
 * cores: a bare Jetty, and Kafka's producer tool. Then, at half of its peak, how long it lets
 * senders wait, and how much longer beside attackers.
 */
public final class EdgeBench {
  private static final int SINGLE_CONNECTIONS = 128;
  private static final int BATCH_CONNECTIONS = 32;
  private static final long PRODUCER_RECORDS = 1_000_000;

  private final int rounds;
  private final Duration round;
  private final PrintStream out;

  private final List<Double> jetty = new ArrayList<>();
  private final List<Double> single = new ArrayList<>();
  private final List<Double> batches = new ArrayList<>();
  private final List<Double> producer = new ArrayList<>();

  public EdgeBench(int rounds, int seconds, PrintStream out) {
    this.rounds = rounds;
    this.round = Duration.ofSeconds(seconds);
    this.out = out;
  }

  public void run() throws IOException {
    try (var stack = BenchStack.create()) {
      out.println("  starting Kafka, the edge and a bare Jetty …");
      stack.startKafka();
      var memory = Memory.of(stack.startEdge());
      int bare = FreePorts.next();
      stack.start(new BareJettyPart(stack.folders(), bare));
      int port = stack.settings().port(StackPort.INGEST);
      var loads =
          new Loads(
              new HttpLoad(bare, Requests.single(), SINGLE_CONNECTIONS),
              new HttpLoad(port, Requests.single(), SINGLE_CONNECTIONS),
              new HttpLoad(port, Requests.batches(), BATCH_CONNECTIONS),
              ProducerTool.of(stack));
      warmUp(loads);
      for (int n = 1; n <= rounds; n++) {
        out.println("  round " + n + " of " + rounds + " …");
        measure(loads, n % 2 == 0);
      }
      reportPeaks();
      reportWaiting(loads.single(), port);
      print("%-40s %,10d MiB", "most memory of the edge", memory.mostMebibytes());
    }
  }

  private record Loads(HttpLoad jetty, HttpLoad single, HttpLoad batches, ProducerTool producer) {}

  private void warmUp(Loads loads) throws IOException {
    out.println("  warming up …");
    loads.jetty().peak(round);
    loads.single().peak(round.multipliedBy(2));
    loads.batches().peak(round);
  }

  /** Backwards in every second round, so that none always comes first. */
  private void measure(Loads loads, boolean backwards) throws IOException {
    List<Step> steps =
        new ArrayList<>(
            List.of(
                () -> jetty.add(loads.jetty().peak(round)),
                () -> single.add(loads.single().peak(round)),
                () -> batches.add(loads.batches().peak(round)),
                () -> producer.add(loads.producer().rate(PRODUCER_RECORDS))));
    if (backwards) {
      Collections.reverse(steps);
    }
    for (var step : steps) {
      step.run();
    }
  }

  private void reportPeaks() {
    print("");
    print("median of %d rounds, %d cores", rounds, Runtime.getRuntime().availableProcessors());
    print("%-40s %,10.0f events/s", "bare Jetty, one a request", median(jetty));
    print("%-40s %,10.0f events/s", "this edge, one a request", median(single));
    print("%-40s %10.2f", "  ratio", median(single) / median(jetty));
    print("%-40s %,10.0f events/s", "Kafka's producer tool", median(producer));
    print("%-40s %,10.0f events/s", "this edge, 100 a request", median(batches));
    print("%-40s %10.2f", "  ratio", median(batches) / median(producer));
  }

  private void reportWaiting(HttpLoad load, int port) throws IOException {
    double half = median(single) / 2;
    var quiet = load.latencies(half, round.multipliedBy(2));
    print("%-40s %,10.0f events/s", "half of the edge's peak, one a request", half);
    print("%-40s %10.1f ms", "  p50, from when each was due", millis(quiet, 50));
    print("%-40s %10.1f ms", "  p99", millis(quiet, 99));
    print("%-40s %10.1f ms", "  p99.9", millis(quiet, 99.9));
    var attackers = new Attackers(port, Attacks.all());
    try (attackers) {
      var attacked = load.latencies(half, round.multipliedBy(2));
      print("%-40s %10.1f ms", "  p99 beside attackers", millis(attacked, 99));
      print("%-40s %10.2f", "  ratio", millis(attacked, 99) / millis(quiet, 99));
    }
    print("%-40s %,10d, others %d", "attacks refused", attackers.refused(), attackers.notRefused());
  }

  private static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
