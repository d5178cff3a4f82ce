package io.tinyanalytics.audit;

import java.time.Duration;

/**
 * The options of the command line.
 *
 * @param patience how long to wait for messages that are not stored yet
 * @param values whether to compare the values of the rows too
 * @param json whether to print the report as JSON
 * @param help whether to print the usage and do nothing else
 */
record AuditOptions(Duration patience, boolean values, boolean json, boolean help) {
  static final String USAGE =
      """
      Usage: audit [--wait SECONDS] [--values] [--json]

      Proves that each message of the topic stands in exactly one row of events or discards, up to
      the end offsets that Kafka has when the audit begins.
        --wait SECONDS  how long to wait until all messages are stored (30)
        --values        also compares each message that Kafka still holds with its row, field by field
        --json          prints the report as one JSON object

      missing    offsets without a row: absent at the end of the wait although a later offset of the
                 partition was stored when the audit began, or although nothing at all was stored
                 during the wait
      in flight  all other offsets without a row; the audit does not judge them
      double     rows beyond the first on their offset
      different  rows with another value than their message; each field is named as on the wire

      Run it while the job runs: the job's own recovery takes less than the wait. Ends with 0 if
      nothing is missing, double or different, 1 if something is, 2 if Kafka or ClickHouse does not answer.
      """;

  private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if the arguments do not match the usage
   */
  static AuditOptions of(String[] arguments) {
    var options = new AuditOptions(USUAL_WAIT, false, false, false);
    for (int i = 0; i < arguments.length; i++) {
      options =
          switch (arguments[i]) {
            case "--wait" -> options.withWait(++i < arguments.length ? arguments[i] : "");
            case "--values" ->
                new AuditOptions(options.patience(), true, options.json(), options.help());
            case "--json" ->
                new AuditOptions(options.patience(), options.values(), true, options.help());
            case "--help" ->
                new AuditOptions(options.patience(), options.values(), options.json(), true);
            default ->
                throw new IllegalArgumentException(
                    "There is no option " + arguments[i] + ": see --help.");
          };
    }
    return options;
  }

  private AuditOptions withWait(String seconds) {
    if (!seconds.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "--wait must be a number of seconds, not \"" + seconds + "\".");
    }
    return new AuditOptions(Duration.ofSeconds(Long.parseLong(seconds)), values, json, help);
  }
}
