package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.CollectedEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandIT {
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
  void countsEachLineOfASmallLogOnce() throws IOException {
    var log = logs.sample();
    assertThat(importer.run(log)).isEqualTo(1);
    assertThat(importer.figures())
        .containsExactly(
            "imported                           5",
            "ignored as bot                     1",
            "not a page view                    4",
            "  ending .css                      1",
            "  method POST                      1",
            "  no HTTP request                  1",
            "  status 404                       1",
            "malformed                          2  lines 8, 10",
            "refused                            1",
            "  forbidden_page                   1  first line 12: not refused",
            "lines                             13");
    assertThat(edge.taken())
        .extracting(event -> event.event().url())
        .containsExactlyInAnyOrder(
            "https://tea.example/",
            "https://tea.example/green?cup=%222%22",
            "https://tea.example/green?cup=%222%22",
            "https://tea.example/caf%E9",
            "https://tea.example/last");
    assertThat(edge.taken())
        .extracting(CollectedEvent::ip)
        .containsExactlyInAnyOrder(
            "203.0.113.1", "203.0.113.2", "203.0.113.2", "2001:db8::7", "203.0.113.13");
  }

  @Test
  void sendsTheSameEventsInASecondRun() throws IOException {
    var log = logs.sample();
    importer.run(log);
    var first = edge.taken();
    var counts = importer.figures();
    importer.clear();

    assertThat(importer.run(log)).isEqualTo(1);
    assertThat(importer.figures()).isEqualTo(counts);
    assertThat(edge.taken()).hasSize(10);
    assertThat(edge.taken().subList(5, 10)).containsExactlyInAnyOrderElementsOf(first);
    assertThat(first).extracting(CollectedEvent::eventId).doesNotHaveDuplicates();
  }

  @Test
  void sendsBatchesThatTheEdgeTakes() throws IOException {
    assertThat(importer.run(logs.pages(1_201))).isZero();
    assertThat(edge.batchSizes()).containsExactly(500, 500, 201);
    assertThat(importer.figures())
        .contains("imported                        1201", "lines                           1201");
  }

  @Test
  void signsWithTheOtherSecretOfASiteWithoutServerSecret() throws IOException {
    assertThat(importer.run(logs.pages(1), "--site", "signed")).isZero();
    assertThat(edge.taken()).extracting(e -> e.event().siteId()).containsExactly("signed");
  }

  @Test
  void saysInOneSentenceWhatIsWrong() throws IOException {
    var log = logs.pages(1);
    assertThat(importer.run(log, "--site", "browsers-only")).isEqualTo(2);
    assertThat(importer.run(log, "--site", "nobody")).isEqualTo(2);
    assertThat(importer.run(folder.resolve("none.log"))).isEqualTo(2);
    assertThat(importer.run(log, "--base-url", "tea.example")).isEqualTo(2);
    assertThat(importer.run(log, "--speed", "9")).isEqualTo(2);
    assertThat(importer.run(log, "--sites")).isEqualTo(2);
    assertThat(importer.messages().lines())
        .hasSize(6)
        .anyMatch(line -> line.contains("give the site browsers-only a server_secret"))
        .anyMatch(line -> line.contains("The site nobody is not in"))
        .anyMatch(line -> line.contains("There is no file"))
        .anyMatch(line -> line.contains("--base-url must be an address"))
        .anyMatch(line -> line.contains("There is no option --speed: see --help."))
        .anyMatch(line -> line.contains("--sites needs a value."));
    assertThat(edge.batchSizes()).isEmpty();
  }
}
