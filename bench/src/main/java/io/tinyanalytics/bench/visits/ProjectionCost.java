package io.tinyanalytics.bench.visits;

import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The CPU time that ClickHouse takes to insert the same rows, in batches as large as the job's, and
 * to merge them, with some of the projections.
 */
final class ProjectionCost {
  private static final int BATCH = 25_000;
  private static final int BATCHES = 12;

  private final ClickHouseHttp clickHouse;
  private final ServerProcess server;

  ProjectionCost(ClickHouseHttp clickHouse, ServerProcess server) {
    this.clickHouse = clickHouse;
    this.server = server;
  }

  /** Keeps the first rows of the year as the batches to insert. */
  void prepare() throws IOException {
    clickHouse.execute(
        """
        CREATE TABLE peer.batches ENGINE = Memory AS
        SELECT * FROM analytics.events
        WHERE toYYYYMM(_appended_at) = 202501 ORDER BY _kafka_offset LIMIT %d"""
            .formatted(BATCH * BATCHES));
  }

  /** The names of the projections of visits. */
  List<String> names() throws IOException {
    return clickHouse
        .execute(
            """
            SELECT name FROM system.projections
            WHERE database = 'analytics' AND table = 'events' AND name LIKE 'visit%'
            ORDER BY name""")
        .lines()
        .toList();
  }

  /**
   * Fills a table that has no projections of visits but these.
   *
   * @return microseconds per row
   */
  double microsPerRow(List<String> projections) throws IOException {
    clickHouse.execute("DROP TABLE IF EXISTS peer.filled SYNC");
    clickHouse.execute("CREATE TABLE peer.filled AS analytics.events");
    for (var name : names()) {
      if (!projections.contains(name)) {
        clickHouse.execute("ALTER TABLE peer.filled DROP PROJECTION " + name);
      }
    }
    return fill();
  }

  private double fill() throws IOException {
    long rows = Long.parseLong(clickHouse.execute("SELECT count() FROM peer.batches").strip());
    var before = server.cpu();
    for (long first = 0; first < rows; first += BATCH) {
      clickHouse.execute(
          """
          INSERT INTO peer.filled SELECT * FROM peer.batches
          LIMIT {first:UInt64}, {batch:UInt64} SETTINGS max_threads = 1""",
          Map.of("first", first, "batch", BATCH));
    }
    clickHouse.execute("OPTIMIZE TABLE peer.filled FINAL");
    return micros(server.cpu().minus(before)) / rows;
  }

  private static double micros(Duration time) {
    return time.toNanos() / 1e3;
  }
}
