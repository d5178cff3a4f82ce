package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.e2e.stack.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The proof itself: it must go red for one lost and for one doubled row, and name it. */
@ExtendWith(RunningStack.class)
final class AuditE2E {

  @Test
  void namesTheRowThatIsMissingAndTheRowThatIsDouble(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "audit")) {
      ledger.awaitMore(100);
      ledger.settle();
    }
    Audit.isClean(stack);
    String[] row = oneRow(stack, "audit").split("\t", 2);
    String where = "WHERE _kafka_partition = %s AND _kafka_offset = %s".formatted(row[0], row[1]);

    stack.sql(
        "CREATE TABLE analytics.kept ENGINE = Memory AS SELECT * FROM analytics.events " + where);
    try {
      stack.sql("ALTER TABLE analytics.events DELETE " + where + " SETTINGS mutations_sync = 1");
      assertThat(stack.script("scripts/audit", "--wait", "3").exits(1).output())
          .contains("missing")
          .containsPattern("partition %s.*%s".formatted(row[0], row[1]));

      stack.sql("INSERT INTO analytics.events SELECT * FROM analytics.kept");
      Audit.isClean(stack);

      stack.sql(
          "INSERT INTO analytics.events SELECT * FROM analytics.kept SETTINGS insert_deduplicate = 0");
      assertThat(stack.script("scripts/audit").exits(1).output())
          .contains("double")
          .containsPattern("partition %s.*%s".formatted(row[0], row[1]));
    } finally {
      stack.sql("ALTER TABLE analytics.events DELETE " + where + " SETTINGS mutations_sync = 1");
      stack.sql(
          "INSERT INTO analytics.events SELECT * FROM analytics.kept SETTINGS insert_deduplicate = 0");
      stack.sql("DROP TABLE analytics.kept");
    }
    Audit.isClean(stack);
  }

  @Test
  void namesTheFieldsThatAreNotAsTheyWereSent(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "audit-values")) {
      ledger.awaitMore(100);
      ledger.settle();
    }
    stack.script("scripts/audit", "--values").exits(0);
    String[] row = oneRow(stack, "audit-values").split("\t", 2);
    String where = "WHERE _kafka_partition = %s AND _kafka_offset = %s".formatted(row[0], row[1]);
    String kept = stack.sql("SELECT hex(url), hex(payload) FROM analytics.events " + where).get(0);

    try {
      update(stack, "url = concat(url, '/')", where);
      assertThat(stack.script("scripts/audit", "--values").exits(1).output())
          .contains("different: partition %s, offset %s: url\n".formatted(row[0], row[1]));

      update(stack, "payload = '{\"a\":1}'", where);
      assertThat(stack.script("scripts/audit", "--values").exits(1).output())
          .contains("different: partition %s, offset %s: url, props\n".formatted(row[0], row[1]));
    } finally {
      String[] values = kept.split("\t", 2);
      update(
          stack, "url = unhex('%s'), payload = unhex('%s')".formatted(values[0], values[1]), where);
    }
    stack.script("scripts/audit", "--values").exits(0);
  }

  private static void update(Stack stack, String assignments, String where) throws Exception {
    stack.sql(
        "ALTER TABLE analytics.events UPDATE %s %s SETTINGS mutations_sync = 1"
            .formatted(assignments, where));
  }

  private static String oneRow(Stack stack, String site) throws Exception {
    List<String> rows =
        stack.sql(
            "SELECT _kafka_partition, _kafka_offset FROM analytics.events WHERE site_id = '%s' ORDER BY _kafka_offset LIMIT 1"
                .formatted(site));
    return rows.get(0);
  }
}
