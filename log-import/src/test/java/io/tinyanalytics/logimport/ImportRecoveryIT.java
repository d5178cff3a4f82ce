package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when an import is hindered, broken off or repeated late. */
final class ImportRecoveryIT {
  @TempDir private Path folder;
  private FakeEdge edge;
  private ImportRun importer;
  private SampleLogs logs;

  @BeforeEach
  void start() throws IOException {
    edge = new FakeEdge(0);
    importer = new ImportRun(folder, edge.url());
    logs = new SampleLogs(folder);
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void triesAgainWhileTheEdgeIsBusy() throws IOException {
    edge.fail(FakeEdge.Failure.UNAVAILABLE);
    edge.fail(new FakeEdge.Failure(429, "", false));
    assertThat(importer.run(logs.pages(3))).isZero();
    assertThat(edge.taken()).hasSize(3);
    assertThat(importer.messages())
        .contains("The edge answered 503, Kafka is away; trying again in")
        .contains("The edge answered 429; trying again in");
  }

  @Test
  void sendsAgainOnlyWhatTheEdgeCouldNotTakeYet() throws IOException {
    edge.fail(
        new FakeEdge.Failure(
            207,
            """
            {"results":[{"status":"queued"},
            {"status":"refused","code":"unavailable","error":"Kafka is away"}]}
            """,
            false));
    assertThat(importer.run(logs.pages(2))).isZero();
    assertThat(edge.taken())
        .extracting(e -> e.event().url())
        .containsExactly("https://tea.example/page-2");
    assertThat(importer.figures()).contains("imported                 2");
  }

  @Test
  void repeatsEventsWhoseAnswerWasLostUnderTheSameIds() throws IOException {
    edge.fail(FakeEdge.Failure.LOST_ANSWER);
    assertThat(importer.run(logs.pages(2))).isZero();
    assertThat(importer.figures()).contains("imported                 2");
    assertThat(edge.taken()).hasSize(4);
    assertThat(edge.taken().subList(2, 4)).isEqualTo(edge.taken().subList(0, 2));
  }

  @Test
  void goesOnWhereAnInterruptedImportStopped() throws IOException {
    var log = logs.pages(1_600);
    edge.fail(new FakeEdge.Failure(202, queued(500), true));
    for (int i = 0; i < 10; i++) {
      edge.fail(FakeEdge.Failure.UNAVAILABLE);
    }
    assertThat(importer.run(log)).isEqualTo(2);
    assertThat(importer.messages()).contains("the same command goes on where this one stops");

    importer.later(Duration.ofDays(1));
    stop();
    edge = new FakeEdge(edge.port());
    assertThat(importer.run(log)).isZero();
    assertThat(importer.messages())
        .contains("An earlier import stopped after line 500: going on from there.");
    assertThat(importer.figures())
        .contains("imported              1600", "lines                 1600");
    assertThat(edge.taken()).hasSize(1_100);
    assertThat(edge.taken().get(0).event().url()).isEqualTo("https://tea.example/page-501");
  }

  @Test
  void waitsForAnEdgeThatIsNotThereAndGivesUp() throws IOException {
    edge.close();
    assertThat(importer.run(logs.pages(1))).isEqualTo(2);
    assertThat(importer.messages()).contains("gave no answer").contains("trying again in");
  }

  @Test
  void stopsAtOnceWhenTheEdgeRefusesTheBatch() throws IOException {
    edge.fail(new FakeEdge.Failure(413, "{\"error\":\"too many\"}", false));
    assertThat(importer.run(logs.pages(1))).isEqualTo(2);
    assertThat(importer.messages()).contains("did not take a batch: 413, too many.");
  }

  @Test
  void stopsAtOnceWhenTheEdgeRefusesTheSender() throws IOException {
    assertThat(importer.run(logs.pages(600), "--site", "wrong-key")).isEqualTo(2);
    assertThat(importer.messages()).contains("takes nothing from this import, invalid_key");
    assertThat(edge.batchSizes()).containsExactly(500);
  }

  @Test
  void warnsWhenALogWasImportedLongerAgoThanTheHorizon() throws IOException {
    var log = logs.pages(2);
    importer.run(log);
    importer.later(Duration.ofDays(7));
    importer.run(log);
    assertThat(importer.messages()).doesNotContain("Warning");

    importer.later(Duration.ofDays(7).plusSeconds(1));
    importer.run(log);
    assertThat(importer.messages())
        .contains("Warning: lines of this log were imported more than 7 days ago");

    importer.clear();
    importer.run(log);
    assertThat(importer.messages()).doesNotContain("Warning");
  }

  @Test
  void knowsALogThatHasGrown() throws IOException {
    var log = logs.pages(2);
    importer.run(log);
    Files.writeString(
        log, Files.readString(log) + SampleLogs.line("203.0.113.9", "GET /new HTTP/1.1", 200, "F"));
    importer.later(Duration.ofDays(8));
    importer.run(log);
    assertThat(importer.messages()).contains("Warning");
    assertThat(importer.figures()).contains("imported                 3");

    importer.clear();
    importer.run(log);
    assertThat(importer.messages()).doesNotContain("Warning");
  }

  private static String queued(int count) {
    return "{\"results\":["
        + "{\"status\":\"queued\"},".repeat(count - 1)
        + "{\"status\":\"queued\"}]}";
  }
}
