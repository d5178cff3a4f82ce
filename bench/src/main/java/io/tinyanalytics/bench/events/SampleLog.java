package io.tinyanalytics.bench.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A synthetic access log in the combined format. Equal arguments give the same log. Half of its
 * lines are page views, two fifths are files, and the rest are errors, redirects and POST requests.
 */
public final class SampleLog {
  private static final Instant BEGIN = Instant.parse("2024-03-05T00:00:00Z");
  private static final int LINES_PER_SECOND = 10;
  private static final int VISITORS = 20_000;
  private static final int PAGES = 2_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> FILES =
      List.of(
          "/css/main.css?v=7", "/js/app.js", "/img/logo.svg", "/img/photo-%d.jpg", "/font.woff2");

  private SampleLog() {}

  /** Writes the log. */
  public static void write(Path file, int lines, long seed) throws IOException {
    var random = new SplittableRandom(seed);
    try (var out = Files.newBufferedWriter(file)) {
      for (int n = 0; n < lines; n++) {
        out.write(line(n, random));
      }
    }
  }

  private static String line(int n, SplittableRandom random) {
    int visitor = random.nextInt(VISITORS);
    int page = random.nextInt(PAGES);
    return "%d.%d.%d.%d - - [%s] \"%s HTTP/1.1\" %s \"https://www.example.com/shop/%d\" \"%s\"\n"
        .formatted(
            11 + visitor % 80,
            visitor / 80,
            visitor % 251,
            1 + visitor % 200,
            TIME.format(BEGIN.plusSeconds(n / LINES_PER_SECOND)),
            request(random, page),
            "%d %d".formatted(status(random), 200 + random.nextInt(50_000)),
            random.nextInt(PAGES),
            UserAgents.of(new SplittableRandom(visitor)).text());
  }

  private static String request(SplittableRandom random, int page) {
    int kind = random.nextInt(100);
    if (kind < 55) {
      return "GET /shop/" + page + (kind < 10 ? "?utm_source=newsletter&page=" + kind : "");
    }
    return kind < 97
        ? "GET " + FILES.get(random.nextInt(FILES.size())).formatted(page)
        : "POST /cart";
  }

  private static int status(SplittableRandom random) {
    int kind = random.nextInt(100);
    return kind < 80 ? 200 : kind < 91 ? 304 : kind < 95 ? 301 : 404;
  }
}
