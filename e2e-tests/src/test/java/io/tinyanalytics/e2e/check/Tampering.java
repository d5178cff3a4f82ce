package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.stack.Stack;
import java.util.List;

/**
 * Something that can be wrong with stored rows, done by hand to one of them.
 *
 * @param redCheck the name of the check that must see it
 */
record Tampering(String name, String redCheck, List<String> statements) {

  private static final String AT_ONCE = " SETTINGS mutations_sync = 1";
  private static final String DELETE_EVENT =
      """
      ALTER TABLE analytics.events DELETE WHERE (_kafka_partition, _kafka_offset % 1000000000) IN
          (SELECT _kafka_partition, _kafka_offset FROM ledger.event)\
      """
          + AT_ONCE;
  private static final String DELETE_DISCARD =
      """
      ALTER TABLE analytics.discards DELETE WHERE (_kafka_partition, _kafka_offset) IN
          (SELECT _kafka_partition, _kafka_offset FROM ledger.discard)\
      """
          + AT_ONCE;

  static List<Tampering> all() {
    return List.of(
        new Tampering("lost event", "each acknowledged event is stored", List.of(DELETE_EVENT)),
        new Tampering(
            "lost message",
            "rows of events and discards are the offsets, partition by partition",
            List.of(DELETE_EVENT)),
        new Tampering(
            "lost page view", "the report's page views are the ledger's", List.of(DELETE_EVENT)),
        new Tampering("doubled event", "each event is stored once", List.of(insertEvent("*"))),
        new Tampering(
            "doubled message",
            "rows of events and discards are the offsets, partition by partition",
            List.of(insertEvent("*"))),
        new Tampering(
            "copy taken for an event",
            "each event is stored once",
            List.of(insertEvent("* REPLACE (_kafka_offset + 1000000000 AS _kafka_offset)"))),
        new Tampering(
            "another version",
            "each event is stored as it was first acknowledged",
            List.of(DELETE_EVENT, insertEvent("* REPLACE (replace(url, '.0.', '.1.') AS url)"))),
        new Tampering(
            "damaged field",
            "each event is stored as it was first acknowledged",
            List.of(DELETE_EVENT, insertEvent("* REPLACE (concat(user_id, 'x') AS user_id)"))),
        new Tampering(
            "invented event",
            "nothing is stored that was not sent",
            List.of(insertEvent("* REPLACE ('nobody-sent-this' AS event_id)"))),
        new Tampering(
            "lost discard",
            "each copy is a discard, with the right reason",
            List.of(DELETE_DISCARD)),
        new Tampering(
            "unfounded conflict",
            "each copy is a discard, with the right reason",
            List.of(DELETE_DISCARD, insertDiscard("* REPLACE ('conflict' AS reason)"))),
        new Tampering(
            "defect",
            "each message that is no event is a malformed discard",
            List.of(insertDiscard("* REPLACE ('internal_error' AS reason)"))),
        new Tampering(
            "part without projection",
            "each projection agrees with the raw rows",
            List.of("ALTER TABLE analytics.events CLEAR PROJECTION offsets" + AT_ONCE)));
  }

  /** A row that says of its visit what is not so. */
  static Tampering wrongVisit() {
    return new Tampering(
        "wrong visit",
        VisitsAgree.NAME,
        List.of(
            DELETE_EVENT, insertEvent("* REPLACE (toUInt32(visit_millis + 1) AS visit_millis)")));
  }

  /** For the test's name. */
  @Override
  public String toString() {
    return name;
  }

  void doTo(Stack stack) throws Exception {
    for (String statement : statements) {
      stack.sql(statement);
    }
  }

  /** Takes an acknowledged page view and a duplicate of the load, to tamper with them. */
  static void choose(Stack stack) throws Exception {
    stack.sql(
        """
        CREATE TABLE ledger.event ENGINE = Memory AS SELECT * FROM analytics.events
        WHERE site_id = 'load-main' AND event_id NOT IN (SELECT id FROM ledger.copies) LIMIT 1\
        """);
    stack.sql(
        """
        CREATE TABLE ledger.discard ENGINE = Memory AS SELECT * FROM analytics.discards
        WHERE reason = 'duplicate' AND (site_id, event_id) IN
            (SELECT site, id FROM ledger.acknowledged GROUP BY site, id
                HAVING count() > 1 AND countIf(outcome = 'conflicting') = 0)
        LIMIT 1\
        """);
  }

  static void undo(Stack stack) throws Exception {
    stack.sql(DELETE_EVENT);
    stack.sql(DELETE_DISCARD);
    stack.sql(insertEvent("*"));
    stack.sql(insertDiscard("*"));
    stack.sql("ALTER TABLE analytics.events MATERIALIZE PROJECTION offsets" + AT_ONCE);
  }

  static void forget(Stack stack) throws Exception {
    stack.sql("DROP TABLE ledger.event");
    stack.sql("DROP TABLE ledger.discard");
  }

  private static String insertEvent(String columns) {
    return insert("events", columns, "event");
  }

  private static String insertDiscard(String columns) {
    return insert("discards", columns, "discard");
  }

  private static String insert(String table, String columns, String from) {
    return "INSERT INTO analytics.%s SELECT %s FROM ledger.%s SETTINGS insert_deduplicate = 0"
        .formatted(table, columns, from);
  }
}
