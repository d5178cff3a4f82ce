package io.tinyanalytics.e2e.ledger;

import java.util.Locale;

/** What became of one event that was sent; the first word of a journal's line. */
public enum Outcome {
  /** Answered 202: it must be stored, once, and with this content. */
  ACKNOWLEDGED,
  /** Another copy of the same content, sent on purpose, was answered 202. */
  REPEATED,
  /** A copy with another content, sent after the first was acknowledged, was answered 202. */
  CONFLICTING,
  /** Refused for what it says, or ignored as a bot's: it must never be stored. */
  REFUSED,
  /** Neither taken nor refused, as far as the load knows: it is stored once or not at all. */
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** How the journal writes it. */
  public String word() {
    return word;
  }

  static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
