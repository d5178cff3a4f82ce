package io.tinyanalytics.e2e.ledger;

/**
 * A line of the journal, its fields separated by tabs.
 *
 * @param atMillis when the load learned the outcome, in milliseconds since the epoch; this is after
 *     the answer came
 * @param id the id of the event; empty if it was only in an answer of the edge that was lost
 * @param content the part of the event's URL that identifies its content, see {@link SentEvent}
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
