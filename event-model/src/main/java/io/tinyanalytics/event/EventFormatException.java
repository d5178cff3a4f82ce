package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

/**
 * The bytes are not a valid event. The message is a sentence for the sender and quotes no input.
 */
public final class EventFormatException extends Exception {

  /** What is wrong with the bytes. */
  public enum Problem {
    /** Not exactly one JSON document, or not the required JSON shape. */
    MALFORMED_JSON,
    /** A required field is absent, null or empty. */
    MISSING_FIELD,
    /** A field holds a value of the wrong type, form or length. */
    INVALID_VALUE,
    /** The event or the batch is larger than {@link EventLimits} allows. */
    TOO_LARGE
  }

  private static final long serialVersionUID = 1L;

  private final Problem problem;

  public EventFormatException(Problem problem, String message) {
    super(requireNonNull(message, "message is null"));
    this.problem = requireNonNull(problem, "problem is null");
  }

  public Problem problem() {
    return problem;
  }
}
