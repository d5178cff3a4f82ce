package io.tinyanalytics.e2e.ledger;

import java.util.Locale;

/** The outcome of one sent event, and the first word of a line of the journal. */
public enum Outcome {
  /** Answered 202: it must be stored exactly once, with this content. */
  ACKNOWLEDGED,
  /** A copy with the same content, sent on purpose, was answered 202. */
  REPEATED,
  /**
   * A copy with a different content, sent after the original was acknowledged, was answered 202.
   */
  CONFLICTING,
  /** Refused because of its content, or ignored because a bot sent it: it must never be stored. */
  REFUSED,
  /** The load does not know whether it was accepted: it is stored once or not at all. */
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in the journal. */
  public String word() {
    return word;
  }

  static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
