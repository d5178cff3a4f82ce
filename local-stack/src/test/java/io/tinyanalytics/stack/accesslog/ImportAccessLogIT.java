package io.tinyanalytics.stack.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.CollectedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportAccessLogIT {
  private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
  private static final String SITES =
      """
      sites:
        site-1: {api_key: site-1-key, server_secret: site-1-server-secret}
        signed: {api_key: site-1-key, hmac_secret: site-1-server-secret}
        browsers-only: {api_key: k}
      """;

  private final ByteArrayOutputStream figures = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @TempDir Path folder;
  private FakeEdge edge;
  private Path sites;
  private Instant now = NOON;

  @BeforeEach
  void start() throws IOException {
    edge = new FakeEdge(0);
    sites = Files.writeString(folder.resolve("sites.yml"), SITES);
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void countsEachLineOfASmallLogOnce() throws IOException {
    var log = sample();
    assertThat(run(log)).isEqualTo(1);
    assertThat(figures())
        .containsExactly(
            "imported                 5",
            "ignored as bot           1",
            "not a page view          4",
            "malformed                2  lines 8, 10",
            "refused                  1  forbidden_page 1",
            "lines                   13");
    assertThat(messages()).contains("Line 12 was refused, forbidden_page: not this one");
    assertThat(edge.taken())
        .extracting(event -> event.event().url())
        .containsExactly(
            "https://tea.example/",
            "https://tea.example/green?cup=\\\"2\\\"",
            "https://tea.example/green?cup=\\\"2\\\"",
            "https://tea.example/caf\uFFFD",
            "https://tea.example/last");
    assertThat(edge.taken())
        .extracting(CollectedEvent::ip)
        .containsExactly(
            "203.0.113.1", "203.0.113.2", "203.0.113.2", "2001:db8::7", "203.0.113.13");
  }

  @Test
  void sendsTheSameEventsInASecondRun() throws IOException {
    var log = sample();
    run(log);
    var first = edge.taken();
    var counts = figures();
    figures.reset();

    assertThat(run(log)).isEqualTo(1);
    assertThat(figures()).isEqualTo(counts);
    assertThat(edge.taken()).hasSize(10);
    assertThat(edge.taken().subList(5, 10)).isEqualTo(first);
    assertThat(first).extracting(CollectedEvent::eventId).doesNotHaveDuplicates();
  }

  @Test
  void sendsBatchesThatTheEdgeTakes() throws IOException {
    assertThat(run(pages(1_201))).isZero();
    assertThat(edge.batchSizes()).containsExactly(500, 500, 201);
    assertThat(figures()).contains("imported              1201", "lines                 1201");
  }

  @Test
  void importsNothingFromAnEmptyLog() throws IOException {
    assertThat(run(pages(0))).isZero();
    assertThat(figures()).contains("imported                 0", "lines                    0");
  }

  @Test
  void triesAgainWhileTheEdgeIsBusy() throws IOException {
    edge.fail(FakeEdge.Failure.UNAVAILABLE);
    edge.fail(new FakeEdge.Failure(429, "", false));
    assertThat(run(pages(3))).isZero();
    assertThat(edge.taken()).hasSize(3);
    assertThat(messages())
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
    assertThat(run(pages(2))).isZero();
    assertThat(edge.taken())
        .extracting(e -> e.event().url())
        .containsExactly("https://tea.example/page-2");
    assertThat(figures()).contains("imported                 2");
  }

  @Test
  void repeatsEventsWhoseAnswerWasLostUnderTheSameIds() throws IOException {
    edge.fail(FakeEdge.Failure.LOST_ANSWER);
    assertThat(run(pages(2))).isZero();
    assertThat(figures()).contains("imported                 2");
    assertThat(edge.taken()).hasSize(4);
    assertThat(edge.taken().subList(2, 4)).isEqualTo(edge.taken().subList(0, 2));
  }

  @Test
  void goesOnWhereAnInterruptedImportStopped() throws IOException {
    var log = pages(1_600);
    edge.fail(new FakeEdge.Failure(202, queued(500), true));
    for (int i = 0; i < 10; i++) {
      edge.fail(FakeEdge.Failure.UNAVAILABLE);
    }
    assertThat(run(log)).isEqualTo(2);
    assertThat(messages()).contains("the same command goes on where this one stops");

    now = NOON.plus(Duration.ofDays(1));
    stop();
    edge = new FakeEdge(edge.port());
    assertThat(run(log)).isZero();
    assertThat(messages())
        .contains("An earlier import stopped after line 500: going on from there.");
    assertThat(figures()).contains("imported              1600", "lines                 1600");
    assertThat(edge.taken()).hasSize(1_100);
    assertThat(edge.taken().get(0).event().url()).isEqualTo("https://tea.example/page-501");
  }

  @Test
  void waitsForAnEdgeThatIsNotThereAndGivesUp() throws IOException {
    edge.close();
    assertThat(run(pages(1))).isEqualTo(2);
    assertThat(messages()).contains("gave no answer").contains("trying again in");
  }

  @Test
  void stopsAtOnceWhenTheEdgeRefusesTheBatch() throws IOException {
    sites = Files.writeString(sites, SITES.replace("site-1-key", "other-key"));
    assertThat(run(pages(1))).isEqualTo(2);
    assertThat(messages()).contains("did not take a batch: 401, wrong signature.");
  }

  @Test
  void warnsWhenALogWasImportedLongerAgoThanTheHorizon() throws IOException {
    var log = pages(2);
    run(log);
    now = NOON.plus(Duration.ofDays(7));
    run(log);
    assertThat(messages()).doesNotContain("Warning");

    now = NOON.plus(Duration.ofDays(7)).plusSeconds(1);
    run(log);
    assertThat(messages())
        .contains("Warning: lines of this log were imported more than 7 days ago");

    messages.reset();
    run(log);
    assertThat(messages()).doesNotContain("Warning");
  }

  @Test
  void knowsALogThatHasGrown() throws IOException {
    var log = pages(2);
    run(log);
    Files.writeString(
        log, Files.readString(log) + line("203.0.113.9", "GET /new HTTP/1.1", 200, "F"));
    now = NOON.plus(Duration.ofDays(8));
    run(log);
    assertThat(messages()).contains("Warning");
    assertThat(figures()).contains("imported                 3");

    messages.reset();
    run(log);
    assertThat(messages()).doesNotContain("Warning");
  }

  @Test
  void signsWithTheOtherSecretOfASiteWithoutServerSecret() throws IOException {
    assertThat(run(pages(1), "--site", "signed")).isZero();
    assertThat(edge.taken()).extracting(e -> e.event().siteId()).containsExactly("signed");
  }

  @Test
  void saysInOneSentenceWhatIsWrong() throws IOException {
    var log = pages(1);
    assertThat(run(log, "--site", "browsers-only")).isEqualTo(2);
    assertThat(run(log, "--site", "nobody")).isEqualTo(2);
    assertThat(run(folder.resolve("none.log"))).isEqualTo(2);
    assertThat(run(log, "--base-url", "tea.example")).isEqualTo(2);
    assertThat(run(log, "--speed", "9")).isEqualTo(2);
    assertThat(run(log, "--sites")).isEqualTo(2);
    assertThat(messages().lines())
        .hasSize(6)
        .anyMatch(line -> line.contains("give the site browsers-only a server_secret"))
        .anyMatch(line -> line.contains("The site nobody is not in"))
        .anyMatch(line -> line.contains("There is no file"))
        .anyMatch(line -> line.contains("--base-url must be an address"))
        .anyMatch(line -> line.contains("There is no --speed."))
        .anyMatch(line -> line.contains("--sites needs a value."));
    assertThat(edge.batchSizes()).isEmpty();
  }

  private int run(Path log, String... more) {
    List<String> arguments = new ArrayList<>(List.of(log.toString()));
    if (!List.of(more).contains("--site")) {
      arguments.addAll(List.of("--site", "site-1"));
    }
    if (!List.of(more).contains("--base-url")) {
      arguments.addAll(List.of("--base-url", "https://tea.example/"));
    }
    arguments.addAll(List.of("--url", edge.url()));
    arguments.addAll(List.of(more));
    var patience =
        new Patience(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100));
    var command =
        new ImportAccessLog(
            new PrintStream(figures, true, UTF_8),
            new PrintStream(messages, true, UTF_8),
            patience,
            Clock.fixed(now, ZoneOffset.UTC));
    var environment = Map.of("TA_HOME", folder.toString(), "SITES_CONFIG_PATH", sites.toString());
    return command.run(arguments.toArray(String[]::new), environment, folder);
  }

  private List<String> figures() {
    return figures.toString(UTF_8).lines().toList();
  }

  private String messages() {
    return messages.toString(UTF_8);
  }

  private Path sample() throws IOException {
    var text =
        line("203.0.113.1", "GET / HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.1", "GET /style.css HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.2", "GET /green?cup=\\\"2\\\" HTTP/1.1", 304, null)
            + line("203.0.113.2", "GET /green?cup=\\\"2\\\" HTTP/1.1", 304, null)
            + line("203.0.113.3", "GET /green HTTP/1.1", 200, "teabot/1.0")
            + line("203.0.113.4", "POST /green HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.5", "GET /gone HTTP/1.1", 404, "Firefox/140.0")
            + "\n"
            + line("203.0.113.6", "-", 408, null)
            + "203.0.113.6 - - [05/Mar/2024:11:00:00 +0000] \"GET /cut HTTP/1.1\" 200 1 \"-\" \"Fire\n"
            + line("2001:db8::7", "GET /caf\u00e9 HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.12", "GET /refused HTTP/1.1", 200, "Firefox/140.0")
            + line("203.0.113.13", "GET /last HTTP/1.1", 200, "Firefox/140.0").stripTrailing();
    return Files.write(folder.resolve("access.log"), text.getBytes(ISO_8859_1));
  }

  private Path pages(int count) throws IOException {
    var text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(line("203.0.113.9", "GET /page-" + i + " HTTP/1.1", 200, "Firefox/140.0"));
    }
    return Files.writeString(folder.resolve("pages.log"), text);
  }

  private static String line(
      String address, String request, int status, @Nullable String userAgent) {
    return "%s - - [05/Mar/2024:11:00:00 +0000] \"%s\" %d 4711 \"-\" \"%s\"%n"
        .formatted(address, request, status, userAgent == null ? "-" : userAgent);
  }

  private static String queued(int count) {
    return "{\"results\":["
        + "{\"status\":\"queued\"},".repeat(count - 1)
        + "{\"status\":\"queued\"}]}";
  }
}
