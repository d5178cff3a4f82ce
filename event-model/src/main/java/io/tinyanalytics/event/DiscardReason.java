package io.tinyanalytics.event;

import java.util.Locale;

/** Why a message of {@code events.raw} became a row of {@code discards}; a closed list. */
public enum DiscardReason {
  /** The site already has an event with this id and the same content. */
  DUPLICATE,
  /** The site already has an event with this id and another content; the first one stands. */
  CONFLICT,
  /** The message is no event of the wire contract: its headers, its bytes or a value. */
  MALFORMED,
  /** A pure step threw at this event: a defect of ours, not of the sender. */
  INTERNAL_ERROR;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in the column {@code reason} and in the metrics. */
  public String word() {
    return word;
  }
}
