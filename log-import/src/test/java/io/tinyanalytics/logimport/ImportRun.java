package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
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

/** Runs the command against an edge, with little patience, and keeps what it prints. */
final class ImportRun {
  static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

  private static final String SITES =
      """
      sites:
        site-1: {api_key: site-1-key, server_secret: site-1-server-secret}
        signed: {api_key: site-1-key, hmac_secret: site-1-server-secret}
        wrong-key: {api_key: other-key, server_secret: site-1-server-secret}
        browsers-only: {api_key: site-1-key}
      """;
  private static final Patience PATIENCE =
      new Patience(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100));

  private final ByteArrayOutputStream figures = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final Path folder;
  private final String edge;
  private final Path sites;
  private Instant now = NOON;
  private byte[] standardInput = {};

  ImportRun(Path folder, String edge) throws IOException {
    this.folder = folder;
    this.edge = edge;
    this.sites = Files.writeString(folder.resolve("sites.yml"), SITES);
  }

  /** From now on it is that much later than noon. */
  void later(Duration duration) {
    now = NOON.plus(duration);
  }

  /** What standard input holds from now on. */
  void standardInput(byte[] bytes) {
    standardInput = bytes.clone();
  }

  /** Imports into site-1, unless the further arguments say otherwise; returns the exit code. */
  int run(Path log, String... more) {
    return run(log.toString(), more);
  }

  /** The same with the log's name as it is given. */
  int run(String log, String... more) {
    List<String> arguments = new ArrayList<>(List.of(log, "--url", edge));
    var given = List.of(more);
    if (!given.contains("--site")) {
      arguments.addAll(List.of("--site", "site-1"));
    }
    if (!given.contains("--base-url")) {
      arguments.addAll(List.of("--base-url", "https://tea.example/"));
    }
    arguments.addAll(given);
    var command =
        new ImportCommand(
            new ByteArrayInputStream(standardInput),
            new PrintStream(figures, true, UTF_8),
            new PrintStream(messages, true, UTF_8),
            PATIENCE,
            Clock.fixed(now, ZoneOffset.UTC));
    var environment = Map.of("TA_HOME", folder.toString(), "SITES_CONFIG_PATH", sites.toString());
    return command.run(arguments.toArray(String[]::new), environment, folder);
  }

  /** The lines of all figures since the last {@link #clear}. */
  List<String> figures() {
    return figures.toString(UTF_8).lines().toList();
  }

  String messages() {
    return messages.toString(UTF_8);
  }

  void clear() {
    figures.reset();
    messages.reset();
  }
}
