package io.tinyanalytics.ingest.refusal;

/**
 * An exception that is safe to log: its class and its stack trace, without a message that may quote
 * input.
 */
public final class Nameless extends Exception {

  private Nameless(Throwable original) {
    super(original.getClass().getName());
    setStackTrace(original.getStackTrace());
  }

  public static Nameless of(Throwable original) {
    return new Nameless(original);
  }
}
