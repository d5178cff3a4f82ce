package io.tinyanalytics.bench.insert;

import io.tinyanalytics.bench.Output;
import io.tinyanalytics.bench.Progress;
import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.pipeline.store.batch.SealedBatch;
import io.tinyanalytics.stack.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Inserts the same batches into the real table, in turns in the format that the job sends and in
 * two others. Measures rows per second, ClickHouse's CPU and bytes sent.
 */
public final class InsertBench {
  private final int events;
  private final int rounds;
  private final Output out;
  private final Map<RowFormat, InsertCost> costs = new EnumMap<>(RowFormat.class);

  /** One batch in each format. */
  private record Batch(int rows, Map<RowFormat, byte[]> blocks) {}

  /**
   * Creates a benchmark, and starts nothing yet.
   *
   * @param rounds how often each batch is inserted in each format, after a first insert that is not
   *     counted
   */
  public InsertBench(int events, int rounds, Output out) {
    this.events = events;
    this.rounds = rounds;
    this.out = out;
  }

  public void run() throws Exception {
    try (var stack = BenchStack.create()) {
      out.line("  starting ClickHouse …");
      var server = stack.startClickHouse();
      var table = new EventsTable(stack.endpoint());
      table.prepare();
      out.line("  sample events into batches …");
      var batches = batches(table);
      insert(table, server, batches);
      requireSameRows(table);
      report(batches);
    }
  }

  private List<Batch> batches(EventsTable table) throws Exception {
    List<Batch> batches = new ArrayList<>();
    for (var sealed : SampleBatches.of(events)) {
      batches.add(batch(table, sealed));
    }
    return batches;
  }

  private static Batch batch(EventsTable table, SealedBatch sealed)
      throws IOException, InterruptedException {
    Map<RowFormat, byte[]> blocks = new EnumMap<>(RowFormat.class);
    blocks.put(RowFormat.NATIVE, sealed.block());
    for (var format : List.of(RowFormat.ROW_BINARY, RowFormat.JSON_EACH_ROW)) {
      blocks.put(format, table.translate(sealed.block(), format));
    }
    return new Batch(sealed.rows(), blocks);
  }

  private void insert(EventsTable table, ServerProcess server, List<Batch> batches)
      throws IOException, InterruptedException {
    var progress = new Progress(out, "batches", (rounds + 1L) * batches.size());
    for (int round = 0; round <= rounds; round++) {
      for (var batch : batches) {
        for (var block : batch.blocks().entrySet()) {
          var cost = round == 0 ? new InsertCost() : cost(block.getKey());
          insert(table, server, batch.rows(), block, cost);
        }
        progress.add(1);
      }
    }
  }

  private InsertCost cost(RowFormat format) {
    return costs.computeIfAbsent(format, unused -> new InsertCost());
  }

  private static void insert(
      EventsTable table,
      ServerProcess server,
      int rows,
      Map.Entry<RowFormat, byte[]> block,
      InsertCost cost)
      throws IOException, InterruptedException {
    var cpu = server.cpu();
    long begin = System.nanoTime();
    table.insert(block.getKey(), block.getValue());
    var time = Duration.ofNanos(System.nanoTime() - begin);
    cost.add(rows, block.getValue().length, time, server.cpu().minus(cpu));
  }

  private void requireSameRows(EventsTable table) throws IOException, InterruptedException {
    long different = table.differentRows();
    if (different != events) {
      throw new IllegalStateException(
          "The formats do not store the same: %d rows differ, not %d."
              .formatted(different, events));
    }
  }

  private void report(List<Batch> batches) {
    out.line("");
    out.line(
        "%,d rows in %d batches, %d times in each format, %d cores",
        events, batches.size(), rounds, Runtime.getRuntime().availableProcessors());
    out.line("%-14s %12s %12s %14s", "", "rows/s", "CPU µs/row", "bytes/row sent");
    for (var format : RowFormat.values()) {
      var cost = cost(format);
      out.line(
          "%-14s %,12.0f %12.2f %14.1f",
          format.word(), cost.rowsPerSecond(), cost.cpuMicrosPerRow(), cost.bytesPerRow());
    }
    var ours = cost(RowFormat.NATIVE);
    for (var format : List.of(RowFormat.ROW_BINARY, RowFormat.JSON_EACH_ROW)) {
      var other = cost(format);
      out.line(
          "%-14s %12.2f %12.2f %14.2f",
          "Native/" + format.word(),
          ours.rowsPerSecond() / other.rowsPerSecond(),
          ours.cpuMicrosPerRow() / other.cpuMicrosPerRow(),
          ours.bytesPerRow() / other.bytesPerRow());
    }
  }
}
