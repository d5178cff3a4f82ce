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
    assertThat(importer.figures()).contains("imported                           2");
  }

  @Test
  void repeatsEventsWhoseAnswerWasLostUnderTheSameIds() throws IOException {
    edge.fail(FakeEdge.Failure.LOST_ANSWER);
    assertThat(importer.run(logs.pages(2))).isZero();
    assertThat(importer.figures()).contains("imported                           2");
    assertThat(edge.taken()).hasSize(4);
    assertThat(edge.taken().subList(2, 4)).isEqualTo(edge.taken().subList(0, 2));
  }

  @Test
  void goesOnWhereAnInterruptedImportStopped() throws IOException {
    var log = logs.pages(9_000);
    interrupt(log.toString());

    importer.later(Duration.ofDays(1));
    restartEdge();
    assertThat(importer.run(log)).isZero();

    assertGoesOnAfterLine4000();
  }

  @Test
  void goesOnInTheSameLogWhenItWasPackedMeanwhile() throws IOException {
    var log = logs.pages(9_000);
    interrupt(log.toString());

    restartEdge();
    assertThat(importer.run(logs.packed(log))).isZero();

    assertGoesOnAfterLine4000();
  }

  @Test
  void goesOnInStandardInput() throws IOException {
    importer.standardInput(Files.readAllBytes(logs.pages(9_000)));
    interrupt("-");

    restartEdge();
    assertThat(importer.run("-")).isZero();

    assertGoesOnAfterLine4000();
  }

  @Test
  void goesOnInALogThatHasGrown() throws IOException {
    interrupt(logs.pages(9_000).toString());

    restartEdge();
    assertThat(importer.run(logs.pages(9_001))).isZero();

    assertThat(edge.taken()).hasSize(5_001);
    assertThat(importer.figures()).contains("imported                        9001");
  }

  @Test
  void beginsAgainWhenTheInterruptedLogWasAnotherOne() throws IOException {
    var log = logs.pages(9_000);
    interrupt(log.toString());
    restartEdge();
    Files.writeString(log, Files.readString(log).replace("/page-3999 ", "/other "));

    assertThat(importer.run(log)).isEqualTo(2);
    assertThat(importer.messages())
        .contains("This is not the log whose import was interrupted after line 4000");
    assertThat(importer.run(log)).isZero();

    assertThat(edge.taken()).hasSize(9_000);
  }

  @Test
  void warnsOfTheLastLinesWhenAnOldInterruptedImportGoesOn() throws IOException {
    var log = logs.pages(9_000);
    interrupt(log.toString());

    importer.later(Duration.ofDays(8));
    restartEdge();
    importer.clear();
    assertThat(importer.run(log)).isZero();
    assertThat(importer.messages()).contains("what it sent last may be counted twice");

    importer.clear();
    assertThat(importer.run(log)).isZero();
    assertThat(importer.messages()).contains("its page views will be counted twice");
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
        .contains("Warning: an earlier import of this log is more than 7 days old");

    importer.clear();
    importer.run(log);
    assertThat(importer.messages()).doesNotContain("Warning");
  }

  @Test
  void warnsOfAnOldImportOfTheSameLogInAnotherForm() throws IOException {
    var log = logs.pages(2);
    importer.run(log);
    importer.later(Duration.ofDays(8));

    importer.run(logs.packed(log), "--pages", "md");
    assertThat(importer.messages()).contains("Warning: an earlier import of this log");

    importer.clear();
    importer.standardInput(Files.readAllBytes(log));
    importer.run("-");
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
    assertThat(importer.figures()).contains("imported                           3");

    importer.clear();
    importer.run(log);
    assertThat(importer.messages()).doesNotContain("Warning");
  }

  /** Lets ten batches through, which is one flight of eight and a part of the next. */
  private void interrupt(String log) {
    for (int i = 0; i < 10; i++) {
      edge.fail(new FakeEdge.Failure(202, queued(500), true));
    }
    for (int i = 0; i < 10; i++) {
      edge.fail(FakeEdge.Failure.UNAVAILABLE);
    }
    assertThat(importer.run(log)).isEqualTo(2);
    assertThat(edge.taken()).hasSize(5_000);
    assertThat(importer.messages()).contains("the same command goes on where this one stops");
  }

  private void restartEdge() throws IOException {
    stop();
    edge = new FakeEdge(edge.port());
  }

  private void assertGoesOnAfterLine4000() {
    assertThat(importer.messages())
        .contains("An earlier import stopped after line 4000: going on from there.");
    assertThat(importer.figures())
        .contains("imported                        9000", "lines                           9000");
    assertThat(edge.taken()).hasSize(5_000);
    assertThat(edge.taken().get(0).event().url()).isEqualTo("https://tea.example/page-4001");
  }

  private static String queued(int count) {
    return "{\"results\":["
        + "{\"status\":\"queued\"},".repeat(count - 1)
        + "{\"status\":\"queued\"}]}";
  }
}
