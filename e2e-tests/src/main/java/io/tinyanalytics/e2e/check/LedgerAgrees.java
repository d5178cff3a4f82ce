package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.check.NoOffenders.Query;
import io.tinyanalytics.e2e.stack.Stack;
import java.util.List;

/** Compares the journal with the stored rows. {@link JournalTable} defines the views. */
final class LedgerAgrees {

  /**
   * Events whose first message and copy are in different partitions, which have no common order.
   */
  private static final String ACROSS =
      """
      SELECT s.site, s.id FROM
          (SELECT site, id, partition FROM ledger.stored
              WHERE (site, id) IN (SELECT site, id FROM ledger.copies)) AS s
          INNER JOIN ledger.copies AS c ON s.site = c.site AND s.id = c.id
      WHERE s.partition != c.partition""";

  private static final String NOT_THE_FIRST =
      """
      SELECT concat(site, '/', id) AS who FROM ledger.acknowledged
      WHERE outcome != 'conflicting'
          AND (site, id) IN (SELECT site, id FROM ledger.stored)
          AND (site, id, content) NOT IN (SELECT site, id, content FROM ledger.stored)
      """;

  private LedgerAgrees() {}

  static List<Check> checks(Stack stack) {
    return List.of(
        acknowledged(stack),
        once(stack),
        contents(stack),
        sent(stack),
        refused(stack),
        discards(stack));
  }

  private static Check acknowledged(Stack stack) {
    return new NoOffenders(
        stack,
        "each acknowledged event is stored",
        List.of(new Query("acknowledged", "SELECT uniqExact(site, id) FROM ledger.acknowledged")),
        List.of(
            new Query(
                "lost",
                """
            SELECT DISTINCT concat(site, '/', id) AS who FROM ledger.acknowledged
            WHERE (site, id) NOT IN (SELECT site, id FROM ledger.stored)""")));
  }

  private static Check once(Stack stack) {
    return new NoOffenders(
        stack,
        "each event is stored once",
        List.of(
            new Query("rows", "SELECT count() FROM analytics.events"),
            new Query("unique", "SELECT uniqExact(site_id, event_id) FROM analytics.events")),
        List.of(
            new Query(
                "stored_twice",
                """
            SELECT concat(site_id, '/', event_id) AS who FROM analytics.events
            GROUP BY site_id, event_id HAVING count() > 1"""),
            new Query(
                "sent_once_and_stored_twice",
                """
            SELECT concat(site, '/', content) AS who FROM ledger.stored
            GROUP BY site, content HAVING count() > 1""")));
  }

  private static Check contents(Stack stack) {
    return new NoOffenders(
        stack,
        "each event is stored as it was first acknowledged",
        List.of(
            new Query(
                "decided_across_partitions",
                "SELECT count() FROM (" + NOT_THE_FIRST + "AND (site, id) IN (" + ACROSS + "))")),
        List.of(
            new Query("changed", NOT_THE_FIRST + "AND (site, id) NOT IN (" + ACROSS + ")"),
            new Query(
                "damaged",
                "SELECT concat(site, '/', id) AS who FROM ledger.stored WHERE NOT whole")));
  }

  private static Check sent(Stack stack) {
    return new NoOffenders(
        stack,
        "nothing is stored that was not sent",
        List.of(
            new Query("rows", "SELECT count() FROM ledger.stored"),
            new Query("unknown", "SELECT count() FROM ledger.journal WHERE outcome = 'unknown'"),
            new Query(
                "unknown_and_stored",
                """
                SELECT count() FROM ledger.stored
                WHERE (site, id) NOT IN (SELECT site, id FROM ledger.acknowledged)""")),
        List.of(
            new Query(
                "invented",
                """
            SELECT concat(site, '/', id) AS who FROM ledger.stored
            WHERE (site, id, content) NOT IN
                    (SELECT site, id, content FROM ledger.journal WHERE outcome != 'refused')
                AND (site, content) NOT IN
                    (SELECT site, content FROM ledger.journal WHERE outcome = 'unknown' AND id = '')""")));
  }

  private static Check refused(Stack stack) {
    return new NoOffenders(
        stack,
        "refused is what is wrong, and nothing else",
        List.of(
            new Query("refused", "SELECT count() FROM ledger.journal WHERE outcome = 'refused'")),
        List.of(
            new Query(
                "refused_for_nothing",
                """
            SELECT concat(site, '/', id) AS who FROM ledger.journal
            WHERE outcome = 'refused' AND NOT startsWith(id, 'bad-')"""),
            new Query(
                "taken_although_wrong",
                """
            SELECT concat(site, '/', id) AS who FROM ledger.acknowledged
            WHERE startsWith(id, 'bad-')""")));
  }

  private static Check discards(Stack stack) {
    return new NoOffenders(
        stack,
        "each copy is a discard, with the right reason",
        List.of(
            new Query("duplicates", "SELECT count() FROM ledger.copies WHERE reason = 'duplicate'"),
            new Query("conflicts", "SELECT count() FROM ledger.copies WHERE reason = 'conflict'"),
            new Query(
                "changed_copies_taken",
                "SELECT count() FROM ledger.acknowledged WHERE outcome = 'conflicting'")),
        List.of(
            new Query(
                "copies_without_discard",
                """
            SELECT concat(site, '/', id) AS who FROM
                (SELECT site, id, count() - 1 AS taken FROM ledger.acknowledged
                    GROUP BY site, id HAVING taken > 0) AS a
                LEFT JOIN
                (SELECT site, id, count() AS found FROM ledger.copies
                    WHERE reason IN ('duplicate', 'conflict') GROUP BY site, id) AS c
                USING (site, id)
            WHERE found < taken"""),
            new Query(
                "conflicts_of_unchanged_events",
                """
            SELECT concat(site, '/', id) AS who FROM ledger.copies
            WHERE reason = 'conflict'
                AND (site, id) NOT IN
                    (SELECT site, id FROM ledger.journal WHERE content LIKE '%.1.%')"""),
            new Query(
                "with_a_reason_that_no_event_gives",
                """
            SELECT concat(site, '/', id, ' ', reason) AS who FROM ledger.copies
            WHERE reason NOT IN ('duplicate', 'conflict')""")));
  }
}
