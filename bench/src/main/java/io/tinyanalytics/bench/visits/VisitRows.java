package io.tinyanalytics.bench.visits;

import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * A year of rows in the table {@code events}, made by ClickHouse itself, and the table of sessions
 * that another product would have of them.
 */
final class VisitRows {
  /** A person's day has 1.3 visits of 2.5 events. */
  private static final double EVENTS_PER_PERSON = 3.25;

  private static final int PEOPLE_PER_INSERT = 100_000;
  private static final List<Integer> MONTHS =
      IntStream.rangeClosed(1, 13)
          .map(month -> month == 13 ? 202601 : 202500 + month)
          .boxed()
          .toList();

  private final ClickHouseHttp clickHouse;

  VisitRows(ClickHouseHttp clickHouse) {
    this.clickHouse = clickHouse;
  }

  /**
   * Inserts about this many events.
   *
   * @param inserted told about how many events each insert brought
   */
  void insert(long events, LongConsumer inserted) throws IOException {
    var sql = SqlFile.read("rows.sql");
    long people = Math.max(1, Math.round(events / EVENTS_PER_PERSON));
    for (long first = 0; first < people; first += PEOPLE_PER_INSERT) {
      long count = Math.min(PEOPLE_PER_INSERT, people - first);
      clickHouse.execute(sql, Map.of("people", people, "first", first, "count", count));
      inserted.accept(Math.round(count * EVENTS_PER_PERSON));
    }
  }

  /** Builds the sessions from the events that are there. */
  void buildSessions() throws IOException {
    for (var statement : SqlFile.statements("sessions.sql")) {
      if (statement.contains("{month:")) {
        for (var month : MONTHS) {
          clickHouse.execute(statement, Map.of("month", month));
        }
      } else {
        clickHouse.execute(statement);
      }
    }
  }

  /** Merges the parts of a table: one is left for each partition. */
  void merge(String table) throws IOException {
    var partitions =
        clickHouse.execute(
            """
            SELECT DISTINCT partition_id FROM system.parts
            WHERE active AND database || '.' || table = {table:String}""",
            Map.of("table", table));
    for (var partition : partitions.lines().toList()) {
      clickHouse.execute("OPTIMIZE TABLE " + table + " PARTITION ID '" + partition + "' FINAL");
    }
  }
}
