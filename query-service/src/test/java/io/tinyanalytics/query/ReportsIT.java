package io.tinyanalytics.query;

import static io.tinyanalytics.query.EventRow.pageview;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares figures with counts made by hand over the rows below. */
class ReportsIT {
  private static final String LEAP_DAY = "from=2024-02-29&to=2024-02-29";
  private static final List<String> AWKWARD =
      List.of(
          "o'brien",
          "'; DROP TABLE analytics.events; --",
          "' OR '1'='1",
          "back\\slash",
          "\\'",
          "\\N",
          "NULL",
          "100% _",
          "tab\tand\nline\rends",
          "quote\"s`",
          "{site_id:String}",
          "?",
          "Ünïcödé 漢字 🙂",
          "+ & = # /");

  @TempDir static Path folder;
  private static RealStore store;
  private static RealService service;

  @BeforeAll
  static void startBoth() throws Exception {
    store = new RealStore(folder.resolve("store"));
    List<String> sites = new ArrayList<>(AWKWARD);
    sites.addAll(List.of("shop", "crowd", "quiet"));
    service = new RealService(folder, store.jdbcUrl(), sites);
    store.insert(
        pageview("shop", "2024-02-28", "/a").byUser("ann"),
        pageview("shop", "2024-02-28", "/a").byUser("ann").byVisitor(9),
        pageview("shop", "2024-02-28", "/b").byVisitor(7),
        pageview("shop", "2024-02-28", "/c"),
        pageview("shop", "2024-02-28", "/a").named("click").byUser("bob").byVisitor(9),
        pageview("shop", "2024-02-29", "/b").byVisitor(7),
        pageview("shop", "2024-02-29", "/b").byUser("7"),
        pageview("shop", "2024-02-29", "/c").byUser("7").byVisitor(7),
        pageview("shop", "2024-03-01", "/a").named("click"),
        pageview("shop", "2024-03-02", "/a").named("click").byUser("ann"),
        pageview("shop", "2149-06-06", "/last").byVisitor(Long.MAX_VALUE),
        pageview("shop", "1970-01-01", "/first").byVisitor(1));
    for (String id : AWKWARD) {
      store.insert(pageview(id, "2024-02-28", "/" + id).byUser(id));
    }
    store.insert(crowd());
  }

  /** 94 views by 47 people, and 14 views by 7 bots, one of which names a user. */
  private static EventRow[] crowd() {
    EventRow view = pageview("crowd", "2024-02-29", "/people");
    EventRow crawl = pageview("crowd", "2024-02-29", "/bots").byBot();
    return Stream.concat(
            IntStream.range(0, 94).mapToObj(i -> view.byVisitor(1 + i / 2)),
            IntStream.range(0, 14)
                .mapToObj(i -> i < 2 ? crawl.byUser("monitor") : crawl.byVisitor(1000 + i / 2)))
        .toArray(EventRow[]::new);
  }

  @AfterAll
  static void stopBoth() {
    service.close();
    store.close();
  }

  private static String series(String report, String siteId, String query) throws Exception {
    List<String> days = new ArrayList<>();
    for (JsonNode point : service.answer(report, siteId, query).get("series")) {
      days.add(point.get("date").asText() + "=" + point.get("value"));
    }
    return String.join(" ", days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pageviews | 2024-02-28 | 2024-02-29 | 2024-02-28=4 2024-02-29=3",
        "pageviews | 2024-02-29 | 2024-02-29 | 2024-02-29=3",
        "pageviews | 2024-02-29 | 2024-03-02 | 2024-02-29=3 2024-03-01=0 2024-03-02=0",
        "pageviews | 1970-01-01 | 1970-01-02 | 1970-01-01=1 1970-01-02=0",
        "pageviews | 2149-06-05 | 2149-06-06 | 2149-06-05=0 2149-06-06=1",
        "unique-users | 2024-02-27 | 2024-02-29 | 2024-02-27=0 2024-02-28=3 2024-02-29=2",
        "unique-users | 2024-03-01 | 2024-03-02 | 2024-03-01=0 2024-03-02=1",
      })
  void countsEachDay(String report, String from, String to, String expected) throws Exception {
    String period = "from=" + from + "&to=" + to;

    assertThat(series(report, "shop", period)).isEqualTo(expected);
    assertThat(service.answer(report, "shop", period).get("from").asText()).isEqualTo(from);
    assertThat(service.answer(report, "shop", period).get("to").asText()).isEqualTo(to);
  }

  @Test
  void showsTenYearsDayByDay() throws Exception {
    JsonNode days =
        service.answer("pageviews", "shop", "from=2015-01-01&to=2025-01-07").get("series");

    assertThat(days).hasSize(3660);
    assertThat(days.get(0)).hasToString("{\"date\":\"2015-01-01\",\"value\":0}");
    assertThat(days.get(3659)).hasToString("{\"date\":\"2025-01-07\",\"value\":0}");
  }

  @ParameterizedTest
  @CsvSource({
    "pageviews, '', 94", "pageviews, &bots=false, 94", "pageviews, &bots=true, 108",
    "unique-users, '', 47", "unique-users, &bots=false, 47", "unique-users, &bots=true, 54",
  })
  void countsBotsOnlyWhenAsked(String report, String bots, int count) throws Exception {
    assertThat(series(report, "crowd", LEAP_DAY + bots)).isEqualTo("2024-02-29=" + count);
  }

  @Test
  void answersZerosForASiteWithoutEvents() throws Exception {
    assertThat(series("unique-users", "quiet", "from=2024-01-01&to=2024-01-02"))
        .isEqualTo("2024-01-01=0 2024-01-02=0");
  }

  static List<String> awkward() {
    return AWKWARD;
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void takesAnySiteIdAndUrlAsTheTextItIs(String id) throws Exception {
    String day = "from=2024-02-28&to=2024-02-28";

    for (String by : List.of("page", "url")) {
      JsonNode answer = service.answer("top-pages", id, day + "&by=" + by);
      assertThat(answer.get("site_id").asText()).isEqualTo(id);
      assertThat(answer.get("pages")).hasSize(1);
      assertThat(answer.get("pages").get(0).get("url").asText()).isEqualTo("/" + id);
    }
    assertThat(series("pageviews", id, day)).isEqualTo("2024-02-28=1");
    assertThat(series("unique-users", id, day)).isEqualTo("2024-02-28=1");
  }

  @Test
  void readsNewEventsAtOnceWhenTheCacheIsBypassed() throws Exception {
    String day = "from=2024-05-01&to=2024-05-01";
    assertThat(series("pageviews", "quiet", day)).isEqualTo("2024-05-01=0");
    store.insert(pageview("quiet", "2024-05-01", "/new"));

    assertThat(series("pageviews", "quiet", day)).isEqualTo("2024-05-01=0");
    assertThat(service.report("pageviews", "quiet", day, "Cache-Control", "no-cache").body())
        .contains("\"series\":[{\"date\":\"2024-05-01\",\"value\":1}]");
    assertThat(series("pageviews", "quiet", day)).isEqualTo("2024-05-01=1");
  }
}
