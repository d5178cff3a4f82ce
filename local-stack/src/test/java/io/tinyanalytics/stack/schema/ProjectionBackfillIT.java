package io.tinyanalytics.stack.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.stack.process.ClickHouseServer;
import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a former version get the projections of the present one, while rows keep coming. */
final class ProjectionBackfillIT {
  private static final Path FORMER = Path.of("src/test/resources/schema-before-text");
  private static final Path PRESENT =
      RepositoryRoot.find().resolve("deployments/clickhouse/schema");
  private static final String VISITS = " AND name LIKE 'visit%'";

  @TempDir Path folder;
  @AutoClose private ClickHouseServer server;
  private ClickHouseHttp clickHouse;
  private ProjectionBackfill backfill;

  @BeforeEach
  void bringOldPartsToThePresentVersion() throws IOException {
    server = ClickHouseServer.start(folder, FreePorts.next(), FreePorts.next());
    clickHouse = new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT);
    backfill = new ProjectionBackfill(server.httpUrl(), ClickHouseUser.DEFAULT);
    SchemaMigration.apply(server.httpUrl(), FORMER);
    clickHouse.execute("SYSTEM STOP MERGES analytics.events");
    insert("old-1");
    insert("old-2");
    clickHouse.execute("SYSTEM START MERGES analytics.events");
    SchemaMigration.apply(server.httpUrl(), PRESENT);
    clickHouse.execute("SYSTEM STOP MERGES analytics.events");
    insert("new");
  }

  @Test
  void showsWhichPartsLackWhat() throws IOException {
    var missing = backfill.missing();

    assertThat(missing).hasSize((int) number("count() FROM system.projections", VISITS));
    assertThat(missing)
        .allMatch(projection -> projection.parts() == 2 && projection.of() == 3)
        .allMatch(projection -> projection.table().equals("events"));
    assertThat(missing.get(0).line())
        .isEqualTo("projection " + missing.get(0).name() + ": 2 of 3 parts left");
  }

  @Test
  void leavesAnswersAsTheyAreUntilThen() throws IOException {
    var days =
        """
        SELECT event_date, visit_date, countIf(event_name != 'engagement') FROM analytics.events
        GROUP BY event_date, visit_date SETTINGS force_optimize_projection = 1""";

    assertThat(clickHouse.execute(days)).isEqualTo("1970-01-01\t1970-01-01\t3\n");
  }

  @Test
  void addsThemOnceInTheBackground() throws IOException {
    backfill.start();
    backfill.start();
    assertThat(backfill.missing()).isNotEmpty(); // ClickHouse may not rewrite parts yet

    clickHouse.execute("SYSTEM START MERGES analytics.events");

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(backfill.missing()).isEmpty());
    assertThat(number("uniqExact(mutation_id) FROM system.mutations", materialized())).isEqualTo(1);
  }

  @Test
  void doesNothingWhereNothingIsMissing() throws IOException {
    clickHouse.execute("TRUNCATE TABLE analytics.events");
    insert("new");

    backfill.start();

    assertThat(backfill.missing()).isEmpty();
    assertThat(number("uniqExact(mutation_id) FROM system.mutations", materialized())).isZero();
  }

  @Test
  void saysWhyClickHouseCannotAddOne() {
    var failing = new MissingProjection("events", "visit_days", 3, 17, "no space left");

    assertThat(failing.line())
        .isEqualTo("projection visit_days: 3 of 17 parts left, ClickHouse says: no space left");
  }

  private static String materialized() {
    return " AND command LIKE '%MATERIALIZE PROJECTION%'";
  }

  private long number(String what, String condition) throws IOException {
    return Long.parseLong(
        clickHouse
            .execute(
                "SELECT " + what + " WHERE database = 'analytics' AND table = 'events'" + condition)
            .strip());
  }

  private void insert(String id) throws IOException {
    clickHouse.execute("INSERT INTO analytics.events (event_id) VALUES ('" + id + "')");
  }
}
