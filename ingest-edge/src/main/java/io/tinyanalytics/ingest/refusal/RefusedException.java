package io.tinyanalytics.ingest.refusal;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/** An event is refused. There is no stack trace: the fault is the sender's. */
public final class RefusedException extends Exception {

  private final transient Refusal refusal;

  public RefusedException(RefusalCode code, String sentence) {
    this(new Refusal(code, sentence));
  }

  public RefusedException(Refusal refusal) {
    super(refusal.sentence(), null, false, false);
    this.refusal = refusal;
  }

  /** The refusal that made a step fail, or nothing if it failed for another reason. */
  public static Optional<Refusal> in(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RefusedException refused
        ? Optional.of(refused.refusal())
        : Optional.empty();
  }

  public Refusal refusal() {
    return refusal;
  }
}
