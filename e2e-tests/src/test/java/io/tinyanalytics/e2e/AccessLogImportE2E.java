package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports an access log, and the same one packed by gzip. The figures are those that the test
 * counts while it writes the log, from tables of its own.
 */
@ExtendWith(RunningStack.class)
final class AccessLogImportE2E {

  private static final int LINES = 5_000;
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  /** What a request asks for, and the address of the page that it views, or nothing. */
  private static final List<String[]> TARGETS =
      List.of(
          new String[] {"/", "https://example.com/"},
          new String[] {"/blog?page=1", "https://example.com/blog?page=1"},
          new String[] {"/docs/a.b/", "https://example.com/docs/a.b/"},
          new String[] {"/docs/v1.2", "https://example.com/docs/v1.2"},
          new String[] {"/INDEX.PHP;s=1?a=b.css", "https://example.com/INDEX.PHP;s=1?a=b.css"},
          new String[] {"/a%20b", "https://example.com/a%20b"},
          new String[] {"/caf\\xC3\\xA9?q=\\x22a\\x22", "https://example.com/caf%C3%A9?q=%22a%22"},
          new String[] {"http://www.example.org/abs", "http://www.example.org/abs"},
          new String[] {"*", null},
          new String[] {"/style.css?v=2", null},
          new String[] {"/style.css;jsessionid=A", null},
          new String[] {"/logo%2Epng", null},
          new String[] {"/PHOTO.JPG", null},
          new String[] {"/sheet.csv", null},
          new String[] {"/site.webmanifest", null});

  private static final List<Integer> STATUSES =
      List.of(200, 200, 203, 304, 204, 206, 404, 301, 500);
  private static final Set<Integer> WHOLE_PAGES = Set.of(200, 203, 304);

  private final Map<String, Integer> viewsByDay = new TreeMap<>();
  private final Map<String, Set<String>> peopleByDay = new TreeMap<>();
  private final Map<String, Integer> viewsByUrl = new TreeMap<>();

  @Test
  void countsWhatTheLogHoldsHoweverOftenItIsImported(Stack stack, @TempDir Path folder)
      throws Exception {
    Path log = Files.write(folder.resolve("access.log"), lines(new Random(1)));

    importLog(stack, log);
    awaitFigures(stack);
    String imported = rows(stack, "events WHERE site_id = 'import'");
    importLog(stack, packed(log));

    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        rows(stack, "discards WHERE site_id = 'import' AND reason = 'duplicate'"))
                    .isEqualTo(imported));
    awaitFigures(stack);
    Audit.isClean(stack);
  }

  private static String rows(Stack stack, String of) throws Exception {
    return stack.sql("SELECT count() FROM analytics." + of).get(0);
  }

  private static Path packed(Path log) throws IOException {
    Path packed = log.resolveSibling("access.log.2.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(log, out);
    }
    return packed;
  }

  private static void importLog(Stack stack, Path log) throws Exception {
    String edge = stack.collect("").toString();
    stack
        .script("scripts/import-access-log", log.toString(), "--site", "import", "--url", edge)
        .exits(0);
  }

  private void awaitFigures(Stack stack) {
    String query = "?site_id=import&from=2015-05-17&to=2015-05-20";
    Map<String, Integer> people = new TreeMap<>();
    peopleByDay.forEach((day, visitors) -> people.put(day, visitors.size()));
    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(series(stack.report("pageviews" + query))).isEqualTo(viewsByDay);
              assertThat(series(stack.report("unique-users" + query))).isEqualTo(people);
              assertThat(urls(stack)).isEqualTo(viewsByUrl);
            });
  }

  private static Map<String, Integer> urls(Stack stack) throws Exception {
    Map<String, Integer> urls = new TreeMap<>();
    for (String row :
        stack.sql(
            "SELECT url, count() FROM analytics.events WHERE site_id = 'import' AND NOT is_bot GROUP BY url")) {
      int tab = row.indexOf('\t');
      urls.put(row.substring(0, tab), Integer.parseInt(row.substring(tab + 1)));
    }
    return urls;
  }

  private static Map<String, Integer> series(JsonNode report) {
    Map<String, Integer> values = new TreeMap<>();
    report
        .path("series")
        .forEach(day -> values.put(day.path("date").asText(), day.path("value").asInt()));
    return values;
  }

  /** Page views among files, errors, posts, bots and lines that are none. */
  private List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(random.nextInt(500) == 0 ? "no log line " + i : line(random));
    }
    return lines;
  }

  private String line(Random random) {
    LocalDateTime time =
        LocalDateTime.of(2015, 5, 17, 0, 0).plusSeconds(random.nextInt(4 * 86_400));
    String ip = "198.51.100." + random.nextInt(80);
    String[] target = TARGETS.get(random.nextInt(TARGETS.size()));
    String method = pick(random, "GET", "GET", "GET", "GET", "POST", "HEAD");
    int status = STATUSES.get(random.nextInt(STATUSES.size()));
    String agent =
        pick(
            random,
            "Mozilla/5.0 (X11; Linux x86_64) Firefox/38.0",
            "Mozilla/5.0 (Windows NT 6.1) Chrome/43.0",
            "-",
            "Googlebot/2.1",
            "Some-CRAWLER");
    if (method.equals("GET")
        && WHOLE_PAGES.contains(status)
        && target[1] != null
        && !isBot(agent)) {
      count(time, ip + " " + agent, target[1]);
    }
    return "%s%s - - [%s] \"%s %s HTTP/1.1\" %d 123 \"%s\" \"%s\""
        .formatted(
            pick(random, "", "www.example.com:443 "),
            ip,
            LOG_TIME.format(time.atOffset(ZoneOffset.UTC)),
            method,
            target[0],
            status,
            pick(random, "-", "https://search.example/"),
            agent);
  }

  private void count(LocalDateTime time, String visitor, String url) {
    String day = time.toLocalDate().toString();
    viewsByDay.merge(day, 1, Integer::sum);
    viewsByUrl.merge(url, 1, Integer::sum);
    peopleByDay.computeIfAbsent(day, d -> new HashSet<>()).add(visitor);
  }

  private static boolean isBot(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return lower.contains("bot") || lower.contains("crawler") || lower.contains("spider");
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
