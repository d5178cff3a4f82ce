package io.tinyanalytics.ingest.refusal;

/** An exception fit for a log: its class and its stack, without a message that may quote input. */
public final class Nameless extends Exception {

  private Nameless(Throwable original) {
    super(original.getClass().getName());
    setStackTrace(original.getStackTrace());
  }

  public static Nameless of(Throwable original) {
    return new Nameless(original);
  }
}
