package io.tinyanalytics.logimport;

import io.tinyanalytics.logimport.EdgeAnswer.Result;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends batches until the edge has decided about each event. A batch whose answer was lost is sent
 * again: its events have ids, so the pipeline counts them once. May be used by several threads.
 */
final class BatchSender {
  private final EdgeClient edge;
  private final Patience patience;
  private final Messages messages;

  BatchSender(EdgeClient edge, Patience patience, Messages messages) {
    this.edge = edge;
    this.patience = patience;
    this.messages = messages;
  }

  /**
   * Sends a batch.
   *
   * @return what the edge decided
   * @throws ImportException if the edge refuses the batch as a whole, or cannot be had for long
   */
  EdgeCounts send(Batch batch) throws ImportException, InterruptedException {
    var backoff = new Backoff(patience, messages);
    var decisions = new Decisions();
    var pending = batch;
    while (!pending.isEmpty()) {
      var answer = deliver(pending, backoff);
      pending = decisions.take(pending.items(), answer.results());
      if (!pending.isEmpty()) {
        backoff.pause("The edge could not take " + pending.size() + " events", answer.retryAfter());
      }
    }
    return decisions.counts();
  }

  /** The edge's answer with one result per event. */
  private EdgeAnswer deliver(Batch batch, Backoff backoff)
      throws ImportException, InterruptedException {
    var body = batch.body();
    while (true) {
      try {
        var answer = edge.post(body);
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

  private static String sentence(EdgeAnswer answer) {
    return answer.status() + (answer.error().isEmpty() ? "" : ", " + answer.error());
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
  }

  /** What the edge decided about the events of one batch so far. */
  private static final class Decisions {
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private long imported;
    private long ignored;

    EdgeCounts counts() {
      var counts = new EdgeCounts(imported, ignored, List.of());
      return counts.plus(new EdgeCounts(0, 0, List.copyOf(refusals.values())));
    }

    /** Counts what is decided; returns what is to be sent again. */
    Batch take(List<Batch.Item> items, List<Result> results) throws ImportException {
      var again = new Batch();
      for (int i = 0; i < items.size(); i++) {
        if (results.get(i).isTemporary()) {
          again.add(items.get(i));
        } else {
          count(items.get(i).line(), results.get(i));
        }
      }
      return again;
    }

    private void count(long line, Result result) throws ImportException {
      switch (result.status()) {
        case "queued" -> imported++;
        case "ignored" -> ignored++;
        case "refused" -> refuse(line, result);
        default ->
            throw new ImportException(
                "The edge answered \""
                    + result.status()
                    + "\", which this importer does not know.");
      }
    }

    private void refuse(long line, Result result) throws ImportException {
      if (result.isForSender()) {
        throw new ImportException(
            "The edge takes nothing from this import, %s: %s. Do the edge and this import read the same sites file?"
                .formatted(result.code(), result.error()));
      }
      var refusal = Refusal.once(result.code(), result.error(), line);
      refusals.merge(refusal.reason(), refusal, Refusal::and);
    }
  }
}
