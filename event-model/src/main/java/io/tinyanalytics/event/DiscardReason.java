package io.tinyanalytics.event;

import java.util.Locale;

/** Why a message of {@code events.raw} became a row of {@code discards}; a closed list. */
public enum DiscardReason {
  /** The site already has an event with this id and the same content. */
  DUPLICATE,
  /** The site already has an event with this id and different content; the first one is kept. */
  CONFLICT,
  /** The headers, the bytes or a value of the message violate the wire contract. */
  MALFORMED,
  /**
   * A pure step threw an exception for this event: a bug in our code, not an error of the sender.
   */
  INTERNAL_ERROR;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in the column {@code reason} and in the metrics. */
  public String word() {
    return word;
  }
}
