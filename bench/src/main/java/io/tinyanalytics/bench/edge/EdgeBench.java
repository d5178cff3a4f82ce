package io.tinyanalytics.bench.edge;

import io.tinyanalytics.bench.Output;
import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.settings.StackPort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Measures the edge with one event per request and with a hundred. It takes turns with two limits
 * on the same cores: a bare Jetty and Kafka's producer tool. Then it measures the latency at half
 * of the peak rate, without and with attackers.
 */
public final class EdgeBench {
  private static final int SINGLE_CONNECTIONS = 128;
  private static final int BATCH_CONNECTIONS = 32;
  private static final long PRODUCER_RECORDS = 1_000_000;

  /** On two cores, the JIT compiler needs half a minute of load to compile the edge's code. */
  private static final int WARM_UP_ROUNDS = 3;

  private final int rounds;
  private final Duration round;
  private final Output out;

  private final List<Double> jetty = new ArrayList<>();
  private final List<Double> single = new ArrayList<>();
  private final List<Double> batches = new ArrayList<>();
  private final List<Double> producer = new ArrayList<>();
  private final List<Double> typical = new ArrayList<>();
  private final List<Double> quiet = new ArrayList<>();
  private final List<Double> attacked = new ArrayList<>();

  public EdgeBench(int rounds, int seconds, Output out) {
    this.rounds = rounds;
    this.round = Duration.ofSeconds(seconds);
    this.out = out;
  }

  public void run() throws IOException {
    try (var stack = BenchStack.create()) {
      out.line("  starting Kafka, the edge and a bare Jetty …");
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
      var attackers = new Attackers(port, Attacks.all());
      warmUp(loads, attackers);
      for (int n = 1; n <= rounds; n++) {
        out.line("  round %d of %d …", n, rounds);
        measurePeaks(loads, n % 2 == 0);
      }
      for (int n = 1; n <= rounds; n++) {
        out.line("  open loop %d of %d …", n, rounds);
        measureWaiting(loads.single(), attackers);
      }
      reportPeaks();
      reportWaiting();
      out.line(
          "%-40s %,10d, %d not", "attacks refused", attackers.refused(), attackers.notRefused());
      out.line("%-40s %,10d MiB", "most memory of the edge", memory.mostMebibytes());
    }
  }

  private record Loads(HttpLoad jetty, HttpLoad single, HttpLoad batches, ProducerTool producer) {}

  private void warmUp(Loads loads, Attackers attackers) throws IOException {
    out.line("  warming up …");
    loads.jetty().peak(round);
    attackers.during(() -> loads.single().peak(round));
    for (int n = 0; n < WARM_UP_ROUNDS; n++) {
      loads.single().peak(round);
    }
    loads.batches().peak(round);
  }

  /**
   * Measures the loads, in reverse order in every second round, so that no load is always first.
   */
  private void measurePeaks(Loads loads, boolean backwards) throws IOException {
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

  private void measureWaiting(HttpLoad load, Attackers attackers) throws IOException {
    var alone = load.latencies(half(), round);
    typical.add(millis(alone, 50));
    quiet.add(millis(alone, 99));
    attackers.during(() -> attacked.add(millis(load.latencies(half(), round), 99)));
  }

  private double half() {
    return median(single) / 2;
  }

  private void reportPeaks() {
    out.line("");
    out.line("median of %d rounds, %d cores", rounds, Runtime.getRuntime().availableProcessors());
    out.line("%-40s %,10.0f events/s", "bare Jetty, one a request", median(jetty));
    out.line("%-40s %,10.0f events/s", "this edge, one a request", median(single));
    out.line("%-40s %10.2f", "  ratio", median(single) / median(jetty));
    out.line("%-40s %,10.0f events/s", "Kafka's producer tool", median(producer));
    out.line("%-40s %,10.0f events/s", "this edge, 100 a request", median(batches));
    out.line("%-40s %10.2f", "  ratio", median(batches) / median(producer));
  }

  private void reportWaiting() {
    out.line("%-40s %,10.0f events/s", "half of the edge's peak, one a request", half());
    out.line("%-40s %10.1f ms", "  p50, from when each was due", median(typical));
    out.line("%-40s %10.1f ms", "  p99", median(quiet));
    out.line("%-40s %10.1f ms", "  p99 beside attackers", median(attacked));
    out.line("%-40s %10.2f", "  ratio", median(attacked) / median(quiet));
  }

  private static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
