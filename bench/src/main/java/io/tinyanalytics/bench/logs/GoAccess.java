package io.tinyanalytics.bench.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The peer: a log analyser in C that aggregates a log in memory and writes a report. */
record GoAccess(Path report) {

  /**
   * Checks that the program is installed.
   *
   * @throws IllegalStateException if it is not; the message says what to install
   */
  static void require() {
    try {
      Program.seconds(List.of("goaccess", "--version"), Map.of());
    } catch (IOException e) {
      throw new IllegalStateException(
          "This benchmark needs goaccess: install it, on Debian with apt-get install goaccess.", e);
    }
  }

  /** The seconds that it takes to read the log. */
  double seconds(Path log) throws IOException {
    return Program.seconds(
        List.of(
            "goaccess",
            log.toString(),
            "--log-format=COMBINED",
            "--no-global-config",
            "--no-progress",
            "-o",
            report.toString()),
        Map.of());
  }
}
