package io.tinyanalytics.ingest.refusal;

/** An event is not taken; there is no stack trace, since nothing is wrong here. */
public final class RefusedException extends Exception {

  private final transient Refusal refusal;

  public RefusedException(RefusalCode code, String sentence) {
    this(new Refusal(code, sentence));
  }

  public RefusedException(Refusal refusal) {
    super(refusal.sentence(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
