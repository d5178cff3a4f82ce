package io.tinyanalytics.e2e.ledger;

/**
 * What the edge said about one event.
 *
 * @param id under which it was taken; empty otherwise
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
