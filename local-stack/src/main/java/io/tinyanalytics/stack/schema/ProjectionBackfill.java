package io.tinyanalytics.stack.schema;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.tinyanalytics.stack.process.ClickHouseUser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collector;

/**
 * Gives old parts the projections that a later version of the schema added. ClickHouse adds them to
 * new parts by itself. A part without a projection is answered from its rows: slower, but with the
 * same figures. So nobody has to wait.
 */
public final class ProjectionBackfill {
  private static final String MISSING =
      """
      SELECT table, projection, countIf(NOT complete), count(), any(failure)
      FROM
      (
          SELECT parts.table AS table, projections.name AS projection,
              (table, parts.name, projection) IN
              (
                  SELECT table, parent_name, name FROM system.projection_parts
                  WHERE database = 'analytics' AND active AND NOT is_broken
              ) AS complete
          FROM system.parts AS parts
          INNER JOIN system.projections AS projections
              ON projections.database = parts.database AND projections.table = parts.table
          WHERE parts.database = 'analytics' AND parts.active AND parts.rows > 0
      ) AS states
      LEFT JOIN
      (
          SELECT table, extract(command, 'MATERIALIZE PROJECTION `?(\\\\w+)') AS projection,
              any(latest_fail_reason) AS failure
          FROM system.mutations
          WHERE database = 'analytics' AND NOT is_done
          GROUP BY table, projection
      ) AS mutations USING (table, projection)
      GROUP BY table, projection
      HAVING countIf(NOT complete) > 0
      ORDER BY table, projection""";

  private static final String RUNNING =
      """
      SELECT DISTINCT table || '.' || extract(command, 'MATERIALIZE PROJECTION `?(\\\\w+)')
      FROM system.mutations
      WHERE database = 'analytics' AND NOT is_done AND NOT is_killed""";

  private final ClickHouseHttp clickHouse;

  public ProjectionBackfill(String httpUrl, ClickHouseUser user) {
    this.clickHouse = new ClickHouseHttp(httpUrl, user);
  }

  /** The projections that some part lacks, by table and name. */
  public List<MissingProjection> missing() throws IOException {
    return clickHouse.execute(MISSING).lines().map(ProjectionBackfill::parse).toList();
  }

  /**
   * Tells ClickHouse to add what is missing, in the background. What it is adding already is not
   * asked for again.
   */
  public void start() throws IOException {
    var running = clickHouse.execute(RUNNING).lines().toList();
    var idle =
        missing().stream()
            .filter(projection -> !running.contains(projection.table() + "." + projection.name()))
            .collect(groupingBy(MissingProjection::table, LinkedHashMap::new, commands()));
    for (var table : idle.entrySet()) {
      clickHouse.execute(
          "ALTER TABLE analytics.%s %s SETTINGS mutations_sync = 0"
              .formatted(table.getKey(), table.getValue()));
    }
  }

  /** One ALTER for all, so that ClickHouse rewrites each part once. */
  private static Collector<MissingProjection, ?, String> commands() {
    return mapping(projection -> "MATERIALIZE PROJECTION " + projection.name(), joining(", "));
  }

  private static MissingProjection parse(String line) {
    var fields = line.split("\t", -1);
    return new MissingProjection(
        fields[0], fields[1], Long.parseLong(fields[2]), Long.parseLong(fields[3]), fields[4]);
  }
}
