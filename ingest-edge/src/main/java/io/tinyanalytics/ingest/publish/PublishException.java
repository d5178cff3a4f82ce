package io.tinyanalytics.ingest.publish;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * An event was not acknowledged. There is no stack trace, because this can happen thousands of
 * times.
 */
public final class PublishException extends Exception {

  /** The reason; a closed list. */
  public enum Reason {
    /** The topic has not been reached since the start. */
    NOT_READY,
    /** Too many events are already in flight. */
    FULL,
    /** Kafka did not answer in time. */
    TIMEOUT,
    /** Kafka, or its client, refused. */
    ERROR;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in the metrics. */
    public String word() {
      return word;
    }
  }

  private final Reason reason;

  public PublishException(Reason reason) {
    super(reason.word(), null, false, false);
    this.reason = requireNonNull(reason, "reason is null");
  }

  public Reason reason() {
    return reason;
  }
}
