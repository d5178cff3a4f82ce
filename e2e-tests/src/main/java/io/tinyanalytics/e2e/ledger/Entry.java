package io.tinyanalytics.e2e.ledger;

/**
 * A line of the journal, its fields separated by tabs.
 *
 * @param atMillis when the load knew, in milliseconds since the epoch: after the answer came
 * @param id the event's; empty if only the edge's lost answer would have told it
 * @param content the part of the event's address that names its content, see {@link SentEvent}
 */
public record Entry(Outcome outcome, long atMillis, String site, String id, String content) {

  String line() {
    return String.join("\t", outcome.word(), String.valueOf(atMillis), site, id, content);
  }

  static Entry of(String line) {
    String[] fields = line.split("\t", -1);
    return new Entry(
        Outcome.of(fields[0]), Long.parseLong(fields[1]), fields[2], fields[3], fields[4]);
  }
}
