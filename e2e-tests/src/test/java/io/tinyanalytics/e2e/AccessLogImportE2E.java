package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tinyanalytics.e2e.stack.Stack;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Imports an access log twice; the figures are those that the test counted while writing it. */
@ExtendWith(RunningStack.class)
final class AccessLogImportE2E {

  private static final int LINES = 5_000;
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private final Map<String, Integer> viewsByDay = new TreeMap<>();
  private final Map<String, Set<String>> peopleByDay = new TreeMap<>();
  private final Map<String, Integer> viewsByUrl = new TreeMap<>();
  private int views;

  @Test
  void countsWhatTheLogHoldsHoweverOftenItIsImported(Stack stack, @TempDir Path folder)
      throws Exception {
    Path log = Files.write(folder.resolve("access.log"), lines(new Random(1)));

    importLog(stack, log);
    awaitFigures(stack);
    importLog(stack, log);

    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        stack.sql(
                            "SELECT reason, count() FROM analytics.discards WHERE site_id = 'import' GROUP BY 1"))
                    .containsExactly("duplicate\t" + views));
    awaitFigures(stack);
    Audit.isClean(stack);
  }

  private static void importLog(Stack stack, Path log) throws Exception {
    String edge = stack.collect("").toString();
    stack
        .script("scripts/import-access-log", log.toString(), "--site", "import", "--url", edge)
        .exits(0);
  }

  private void awaitFigures(Stack stack) {
    String query = "?site_id=import&from=2015-05-01&to=2015-05-31";
    Map<String, Integer> people = new TreeMap<>();
    peopleByDay.forEach((day, visitors) -> people.put(day, visitors.size()));
    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(series(stack.report("pageviews" + query))).isEqualTo(viewsByDay);
              assertThat(series(stack.report("unique-users" + query))).isEqualTo(people);
              assertThat(pages(stack.report("top-pages" + query + "&limit=100")))
                  .isEqualTo(viewsByUrl);
            });
  }

  private static Map<String, Integer> series(JsonNode report) {
    Map<String, Integer> values = new TreeMap<>();
    report
        .path("series")
        .forEach(day -> values.put(day.path("date").asText(), day.path("value").asInt()));
    return values;
  }

  private static Map<String, Integer> pages(JsonNode report) {
    Map<String, Integer> views = new TreeMap<>();
    report
        .path("pages")
        .forEach(page -> views.put(page.path("url").asText(), page.path("views").asInt()));
    return views;
  }

  /** Page views among images, errors, posts, bots and lines that are none. */
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
    String target =
        pick(
            random,
            "/",
            "/blog?page=1",
            "/docs/a.b/",
            "/style.css?v=2",
            "/logo.png",
            "/feed.xml",
            "/a%20b");
    String method = pick(random, "GET", "GET", "GET", "GET", "POST", "HEAD");
    int status = List.of(200, 200, 200, 304, 206, 404, 301, 500).get(random.nextInt(8));
    String agent =
        pick(
            random,
            "Mozilla/5.0 (X11; Linux x86_64) Firefox/38.0",
            "Mozilla/5.0 (Windows NT 6.1) Chrome/43.0",
            "-",
            "Googlebot/2.1",
            "Some-CRAWLER");
    if (isView(method, status, target) && !isBot(agent)) {
      count(time, ip + " " + agent, "https://example.com" + target);
    }
    return "%s - - [%s] \"%s %s HTTP/1.1\" %d 123 \"%s\" \"%s\""
        .formatted(
            ip,
            LOG_TIME.format(time.atOffset(ZoneOffset.UTC)),
            method,
            target,
            status,
            pick(random, "-", "https://search.example/"),
            agent);
  }

  private void count(LocalDateTime time, String visitor, String url) {
    String day = time.toLocalDate().toString();
    views++;
    viewsByDay.merge(day, 1, Integer::sum);
    viewsByUrl.merge(url, 1, Integer::sum);
    peopleByDay.computeIfAbsent(day, d -> new HashSet<>()).add(visitor);
  }

  private static boolean isView(String method, int status, String target) {
    boolean read = status == 304 || (status >= 200 && status < 300);
    boolean page = !target.contains(".css") && !target.contains(".png") && !target.contains(".xml");
    return method.equals("GET") && read && page;
  }

  private static boolean isBot(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return lower.contains("bot") || lower.contains("crawler") || lower.contains("spider");
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
