package io.tinyanalytics.e2e.ledger;

/**
 * The edge's answer for one event.
 *
 * @param id the id under which the event was accepted; empty if it was not
 */
record Answer(Kind kind, String id) {

  enum Kind {
    TAKEN,
    REFUSED,
    UNKNOWN
  }

  static final Answer REFUSED = new Answer(Kind.REFUSED, "");
  static final Answer UNKNOWN = new Answer(Kind.UNKNOWN, "");

  static Answer taken(String id) {
    return new Answer(Kind.TAKEN, id);
  }
}
