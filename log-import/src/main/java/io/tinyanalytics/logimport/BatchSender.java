package io.tinyanalytics.logimport;

import io.tinyanalytics.logimport.EdgeAnswer.Result;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Sends batches until the edge has decided about each event. A batch whose answer was lost is sent
 * again: its events have ids, so the pipeline counts them once.
 */
final class BatchSender {
  private final EdgeClient edge;
  private final Patience patience;
  private final PrintStream messages;

  BatchSender(EdgeClient edge, Patience patience, PrintStream messages) {
    this.edge = edge;
    this.patience = patience;
    this.messages = messages;
  }

  /**
   * Sends a batch.
   *
   * @return the counts with each event of the batch added
   * @throws ImportException if the edge refuses the batch as a whole, or cannot be had for long
   */
  EdgeCounts send(Batch batch, EdgeCounts before) throws ImportException, InterruptedException {
    var backoff = new Backoff(patience, messages);
    var counts = before;
    var pending = batch;
    while (!pending.isEmpty()) {
      var answer = deliver(pending, backoff);
      var again = new Batch();
      for (int i = 0; i < pending.size(); i++) {
        var item = pending.items().get(i);
        var result = answer.results().get(i);
        if (result.isTemporary()) {
          again.add(item);
        } else {
          counts = decided(item, result, counts);
        }
      }
      if (!again.isEmpty()) {
        backoff.pause("The edge could not take " + again.size() + " events", answer.retryAfter());
      }
      pending = again;
    }
    return counts;
  }

  /** The edge's answer with one result per event. */
  private EdgeAnswer deliver(Batch batch, Backoff backoff)
      throws ImportException, InterruptedException {
    while (true) {
      try {
        var answer = edge.post(batch.body());
        if (!answer.isTemporary()) {
          return complete(answer, batch);
        }
        backoff.pause("The edge answered " + sentence(answer), answer.retryAfter());
      } catch (IOException e) {
        backoff.pause("The edge at " + edge.address() + " gave no answer" + reason(e), null);
      }
    }
  }

  private EdgeAnswer complete(EdgeAnswer answer, Batch batch) throws ImportException {
    if (answer.results().size() != batch.size()) {
      throw new ImportException(
          "The edge at " + edge.address() + " did not take a batch: " + sentence(answer) + ".");
    }
    return answer;
  }

  private EdgeCounts decided(Batch.Item item, Result result, EdgeCounts counts)
      throws ImportException {
    return switch (result.status()) {
      case "queued" -> counts.withImported();
      case "ignored" -> counts.withIgnored();
      case "refused" -> refused(item, result, counts);
      default ->
          throw new ImportException(
              "The edge answered \"" + result.status() + "\", which this importer does not know.");
    };
  }

  /** Tells the first refusal of each kind. */
  private EdgeCounts refused(Batch.Item item, Result result, EdgeCounts counts)
      throws ImportException {
    if (result.isForSender()) {
      throw new ImportException(
          "The edge takes nothing from this import, %s: %s. Do the edge and this import read the same sites file?"
              .formatted(result.code(), result.error()));
    }
    if (!counts.refused().containsKey(result.code())) {
      messages.printf("Line %d was refused, %s: %s%n", item.line(), result.code(), result.error());
    }
    return counts.withRefused(result.code());
  }

  private static String sentence(EdgeAnswer answer) {
    return answer.status() + (answer.error().isEmpty() ? "" : ", " + answer.error());
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
  }
}
