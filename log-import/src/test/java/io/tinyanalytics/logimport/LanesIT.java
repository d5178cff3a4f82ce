package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.CollectedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches travel side by side; each visitor's page views arrive in the order of the log. */
final class LanesIT {
  private static final int LINES = 12_000;

  @TempDir private Path folder;
  private final Map<String, List<String>> expected = new TreeMap<>();

  @Test
  void keepsTheOrderOfEachVisitorWhileBatchesFail() throws IOException {
    var log = Files.writeString(folder.resolve("access.log"), lines());
    try (var edge = new FakeEdge(0)) {
      for (int i = 0; i < 5; i++) {
        edge.fail(FakeEdge.Failure.UNAVAILABLE);
      }

      assertThat(new ImportRun(folder, edge.url()).run(log)).isZero();

      assertThat(urlsByVisitor(edge.taken())).isEqualTo(expected);
    }
  }

  private String lines() {
    var text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      var address = "203.0.113." + i % 40;
      var userAgent = "Firefox/" + i % 3;
      text.append(SampleLogs.line(address, "GET /" + i + " HTTP/1.1", 200, userAgent));
      expected
          .computeIfAbsent(address + userAgent, visitor -> new ArrayList<>())
          .add("https://tea.example/" + i);
    }
    return text.toString();
  }

  private static Map<String, List<String>> urlsByVisitor(List<CollectedEvent> events) {
    Map<String, List<String>> urls = new TreeMap<>();
    for (var event : events) {
      urls.computeIfAbsent(event.ip() + event.userAgent(), visitor -> new ArrayList<>())
          .add(String.valueOf(event.event().url()));
    }
    return urls;
  }
}
