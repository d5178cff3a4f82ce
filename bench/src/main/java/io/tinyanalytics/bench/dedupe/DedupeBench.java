package io.tinyanalytics.bench.dedupe;

import io.tinyanalytics.bench.Output;
import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.files.FolderTree;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Fills the job's dedupe state with keys: in RocksDB with the product's settings, and on the heap.
 */
public final class DedupeBench {
  private static final int WARM_UP = 200_000;

  private final List<Integer> sizes;
  private final Output out;

  /**
   * Creates a benchmark, and starts nothing yet.
   *
   * @param sizes the numbers of keys, each measured separately
   */
  public DedupeBench(List<Integer> sizes, Output out) {
    this.sizes = List.copyOf(sizes);
    this.out = out;
  }

  public void run() throws Exception {
    try (var stack = BenchStack.create()) {
      out.line("  starting ClickHouse, which admit asks at its start …");
      stack.startClickHouse();
      for (var home : StateHome.values()) {
        measure(stack, home, WARM_UP);
      }
      for (int keys : sizes) {
        Map<StateHome, DedupeCost> costs = new EnumMap<>(StateHome.class);
        for (var home : StateHome.values()) {
          out.line("  %,d keys, %s …", keys, home.title());
          costs.put(home, measure(stack, home, keys));
        }
        report(keys, costs);
      }
    }
  }

  @SuppressWarnings("try") // close() declares any exception
  private static DedupeCost measure(BenchStack stack, StateHome home, int keys) throws Exception {
    var settings = stack.folders().repository().resolve("flink-conf");
    var folder = stack.folders().data().resolve("state");
    FolderTree.empty(folder);
    try (var task = AdmitTask.start(home, stack.endpoint(), settings, folder)) {
      return DedupeCost.of(task, keys);
    } finally {
      FolderTree.delete(folder);
    }
  }

  private void report(int keys, Map<StateHome, DedupeCost> costs) {
    out.line("");
    out.line("%-42s %10s %10s", String.format(Locale.ROOT, "%,d keys", keys), "RocksDB", "heap");
    line("CPU µs per new event", costs, DedupeCost::newMicros);
    line("CPU µs per copy", costs, DedupeCost::copyMicros);
    line("bytes per key in memory", costs, DedupeCost::memory);
    line("bytes per key in the checkpoint", costs, cost -> (double) cost.first().bytes() / keys);
    line("seconds of the first checkpoint", costs, cost -> cost.first().seconds());
    line("seconds of the next, 1,000 keys later", costs, cost -> cost.next().seconds());
    line("MB written by that", costs, cost -> cost.next().writtenBytes() / 1e6);
    out.line("");
  }

  private void line(
      String what, Map<StateHome, DedupeCost> costs, ToDoubleFunction<DedupeCost> figure) {
    out.line(
        "%-42s %10.2f %10.2f",
        what,
        figure.applyAsDouble(costs.get(StateHome.ROCKSDB)),
        figure.applyAsDouble(costs.get(StateHome.HEAP)));
  }
}
