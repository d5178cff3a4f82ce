package io.tinyanalytics.bench.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tinyanalytics.stack.process.ClickHouseServer;
import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.RepositoryRoot;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import io.tinyanalytics.stack.schema.SchemaMigration;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark's questions on a year of few rows. */
class AnswersIT {
  @TempDir Path folder;
  @AutoClose private ClickHouseServer server;
  private ClickHouseHttp clickHouse;

  @BeforeEach
  void fill() throws IOException {
    server = ClickHouseServer.start(folder, FreePorts.next(), FreePorts.next());
    SchemaMigration.apply(
        server.httpUrl(), RepositoryRoot.find().resolve("deployments/clickhouse/schema"));
    clickHouse = new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT);
    var rows = new VisitRows(clickHouse);
    rows.insert(20_000, inserted -> {});
    rows.buildSessions();
  }

  @Test
  void areTheSameInEachWay() throws IOException {
    var answers = new Answers(clickHouse);

    for (var range : Range.values()) {
      for (var question : Question.values()) {
        answers.ask(question, range, 1);
        assertThat(answers.median(question, Way.GROUPED, range)).isPresent();
        assertThat(answers.median(question, Way.PROJECTIONS, range).isPresent())
            .isEqualTo(question.projected());
      }
    }
  }

  @Test
  void areNotAcceptedIfTheyDiffer() throws IOException {
    clickHouse.execute("INSERT INTO peer.sessions SELECT * FROM peer.sessions");

    assertThatIllegalStateException()
        .isThrownBy(() -> new Answers(clickHouse).ask(Question.TOTALS, Range.YEAR, 1))
        .withMessageContaining("sessions says otherwise than rows");
  }
}
