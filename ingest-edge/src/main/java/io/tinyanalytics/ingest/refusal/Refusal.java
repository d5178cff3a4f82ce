package io.tinyanalytics.ingest.refusal;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.EventFormatException;

/**
 * Why an event is refused.
 *
 * @param sentence the message for the sender; it quotes nothing that was sent
 */
public record Refusal(RefusalCode code, String sentence) {

  public Refusal {
    requireNonNull(code, "code is null");
    requireNonNull(sentence, "sentence is null");
  }

  /** The refusal for an error of the codec. */
  public static Refusal of(EventFormatException problem) {
    return new Refusal(RefusalCode.of(problem.problem()), String.valueOf(problem.getMessage()));
  }
}
