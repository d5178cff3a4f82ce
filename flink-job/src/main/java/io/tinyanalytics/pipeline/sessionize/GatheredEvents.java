package io.tinyanalytics.pipeline.sessionize;

import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.EventRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * The events of one interval between two checkpoints. They are gathered in any order, and given
 * back by message key, and within a key in Kafka's order. If they need too much memory, sorted runs
 * of them go to files of their own and are merged at the end.
 */
final class GatheredEvents implements AutoCloseable {

  private static final int MOST_BYTES = 48 * 1024 * 1024;

  private static final Comparator<EnrichedRow> ORDER =
      (a, b) -> {
        int byKey = Long.compare(a.messageKey(), b.messageKey());
        int byPartition =
            byKey != 0 ? byKey : Integer.compare(a.at().partition(), b.at().partition());
        return byPartition != 0 ? byPartition : Long.compare(a.at().offset(), b.at().offset());
      };

  private final Supplier<Path> files;
  private final int mostBytes;
  private final List<EnrichedRow> rows = new ArrayList<>();
  private final List<SpilledRun> runs = new ArrayList<>();
  private long bytes;

  /** The first event of a sorted run, and those after it. */
  private record Head(EnrichedRow row, Iterator<EnrichedRow> rest) {}

  /** Takes one event. */
  @FunctionalInterface
  interface Taker {
    void take(EnrichedRow row) throws Exception;
  }

  /**
   * Gathers nothing yet.
   *
   * @param files gives a new file for each run; the run deletes it
   */
  GatheredEvents(Supplier<Path> files) {
    this(files, MOST_BYTES);
  }

  GatheredEvents(Supplier<Path> files, int mostBytes) {
    this.files = files;
    this.mostBytes = mostBytes;
  }

  void add(EnrichedRow row) throws IOException {
    rows.add(row);
    EventRow event = row.event();
    bytes += event == null ? 0 : event.size();
    if (bytes >= mostBytes) {
      rows.sort(ORDER);
      runs.add(SpilledRun.write(files.get(), rows));
      clear();
    }
  }

  /** Gives all events back in order, and forgets them. */
  void drain(Taker taker) throws Exception {
    rows.sort(ORDER);
    if (runs.isEmpty()) {
      for (EnrichedRow row : rows) {
        taker.take(row);
      }
    } else {
      merge(taker);
    }
    close();
  }

  private void merge(Taker taker) throws Exception {
    PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::row, ORDER));
    offer(rows.iterator(), heads);
    for (SpilledRun run : runs) {
      offer(run, heads);
    }
    while (!heads.isEmpty()) {
      Head first = heads.remove();
      taker.take(first.row());
      offer(first.rest(), heads);
    }
  }

  private static void offer(Iterator<EnrichedRow> run, PriorityQueue<Head> heads) {
    if (run.hasNext()) {
      heads.add(new Head(run.next(), run));
    }
  }

  private void clear() {
    rows.clear();
    bytes = 0;
  }

  /** Forgets all events, and deletes the files. */
  @Override
  public void close() throws IOException {
    clear();
    for (SpilledRun run : runs) {
      run.close();
    }
    runs.clear();
  }
}
