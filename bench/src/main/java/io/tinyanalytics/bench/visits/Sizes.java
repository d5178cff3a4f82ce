package io.tinyanalytics.bench.visits;

import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the merged tables take on disk.
 *
 * @param rows the rows of {@code events}
 * @param visits the visits
 * @param row bytes of all columns of {@code events}
 * @param visitColumns the bytes of those that tell of visits
 * @param projections the bytes of each projection, by name
 * @param sessions the bytes of the table of sessions
 */
record Sizes(
    long rows,
    long visits,
    long row,
    long visitColumns,
    Map<String, Long> projections,
    long sessions) {

  static Sizes of(ClickHouseHttp clickHouse) throws IOException {
    return new Sizes(
        number(clickHouse, "SELECT count() FROM analytics.events"),
        number(clickHouse, "SELECT sum(sign) FROM peer.sessions"),
        number(clickHouse, columns("1")),
        number(
            clickHouse,
            columns(
                "(column LIKE 'visit\\_%' OR column LIKE '%\\_first'"
                    + " OR column IN ('entry_path', 'left_path'))")),
        projections(clickHouse),
        number(
            clickHouse,
            """
            SELECT sum(bytes_on_disk) FROM system.parts
            WHERE active AND database = 'peer' AND table = 'sessions'"""));
  }

  private static Map<String, Long> projections(ClickHouseHttp clickHouse) throws IOException {
    Map<String, Long> bytes = new LinkedHashMap<>();
    var lines =
        clickHouse.execute(
            """
            SELECT name, sum(bytes_on_disk) FROM system.projection_parts
            WHERE active AND database = 'analytics' AND table = 'events'
            GROUP BY name ORDER BY name""");
    for (var line : lines.lines().toList()) {
      var fields = line.split("\t", -1);
      bytes.put(fields[0], Long.parseLong(fields[1]));
    }
    return bytes;
  }

  private static String columns(String which) {
    return """
        SELECT sum(column_bytes_on_disk) FROM system.parts_columns
        WHERE active AND database = 'analytics' AND table = 'events' AND %s"""
        .formatted(which);
  }

  private static long number(ClickHouseHttp clickHouse, String sql) throws IOException {
    return Long.parseLong(clickHouse.execute(sql).strip());
  }
}
