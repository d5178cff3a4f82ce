package io.tinyanalytics.logimport;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Batches that are on their way to the edge together.
 *
 * @param end where the log was read to when they left
 */
record Flight(List<Future<EdgeCounts>> batches, LogPosition end) {
  Flight {
    batches = List.copyOf(batches);
  }

  /** Waits until the edge has decided about all of them. */
  EdgeCounts land() throws ImportException, InterruptedException {
    var counts = EdgeCounts.NONE;
    for (var batch : batches) {
      try {
        counts = counts.plus(batch.get());
      } catch (ExecutionException e) {
        throw cause(e);
      }
    }
    return counts;
  }

  private static ImportException cause(ExecutionException e) {
    if (e.getCause() instanceof ImportException cannotGoOn) {
      return cannotGoOn;
    }
    throw new IllegalStateException("a batch could not be sent", e.getCause());
  }
}
