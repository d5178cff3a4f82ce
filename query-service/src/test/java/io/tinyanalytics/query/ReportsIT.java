package io.tinyanalytics.query;

import static io.tinyanalytics.query.EventRow.pageview;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares figures with counts made by hand over the rows below. */
class ReportsIT {
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
    sites.addAll(List.of("shop", "quiet"));
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
      store.insert(pageview(id, "2024-02-28", "https://example.com/" + id).byUser(id));
    }
  }

  @AfterAll
  static void stopBoth() {
    service.close();
    store.close();
  }

  private static String body(String report, String siteId, String period) throws Exception {
    var answer = service.report(report, siteId, period);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pageviews | 2024-02-28 | 2024-02-29 | 2024-02-28=4 2024-02-29=3",
        "pageviews | 2024-02-29 | 2024-02-29 | 2024-02-29=3",
        "pageviews | 2024-03-01 | 2024-03-31 | ''",
        "pageviews | 1970-01-01 | 2149-06-06 "
            + "| 1970-01-01=1 2024-02-28=4 2024-02-29=3 2149-06-06=1",
        "unique-users | 2024-02-01 | 2024-03-31 | 2024-02-28=3 2024-02-29=2 2024-03-02=1",
        "unique-users | 2024-03-01 | 2024-03-01 | ''",
      })
  void countsByDay(String report, String from, String to, String expected) throws Exception {
    JsonNode answer =
        new ObjectMapper().readTree(body(report, "shop", "from=" + from + "&to=" + to));

    List<String> series = new ArrayList<>();
    answer
        .get("series")
        .forEach(point -> series.add(point.get("date").asText() + "=" + point.get("value")));
    assertThat(String.join(" ", series)).isEqualTo(expected);
    assertThat(answer.get("from").asText()).isEqualTo(from);
    assertThat(answer.get("to").asText()).isEqualTo(to);
  }

  @Test
  void ordersPagesByViewsAndThenByUrl() throws Exception {
    assertThat(body("top-pages", "shop", "from=2024-01-01&to=2024-12-31"))
        .isEqualTo(
            "{\"site_id\":\"shop\",\"from\":\"2024-01-01\",\"to\":\"2024-12-31\",\"pages\":["
                + "{\"url\":\"/b\",\"views\":3},{\"url\":\"/a\",\"views\":2},"
                + "{\"url\":\"/c\",\"views\":2}],"
                + "\"meta\":{\"data_as_of\":null,\"lag_seconds\":null}}");
  }

  @Test
  void cutsPagesAtTheLimit() throws Exception {
    assertThat(body("top-pages", "shop", "from=2024-01-01&to=2024-12-31&limit=1"))
        .contains("\"pages\":[{\"url\":\"/b\",\"views\":3}]");
  }

  @Test
  void answersNothingForASiteWithoutEvents() throws Exception {
    assertThat(body("unique-users", "quiet", "from=2024-01-01&to=2024-12-31"))
        .contains("\"series\":[]");
  }

  static List<String> awkward() {
    return AWKWARD;
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void takesAnySiteIdAndUrlAsTheTextItIs(String id) throws Exception {
    String year = "from=2024-01-01&to=2024-12-31";
    ObjectMapper json = new ObjectMapper();

    JsonNode pages = json.readTree(body("top-pages", id, year));
    assertThat(pages.get("site_id").asText()).isEqualTo(id);
    assertThat(pages.get("pages")).hasSize(1);
    assertThat(pages.get("pages").get(0).get("url").asText())
        .isEqualTo("https://example.com/" + id);
    assertThat(body("pageviews", id, year))
        .contains("\"series\":[{\"date\":\"2024-02-28\",\"value\":1}]");
    assertThat(body("unique-users", id, year))
        .contains("\"series\":[{\"date\":\"2024-02-28\",\"value\":1}]");
  }

  @Test
  void readsNewEventsAtOnceWhenTheCacheIsBypassed() throws Exception {
    String day = "from=2024-05-01&to=2024-05-01";
    assertThat(body("pageviews", "quiet", day)).contains("\"series\":[]");
    store.insert(pageview("quiet", "2024-05-01", "/new"));

    assertThat(body("pageviews", "quiet", day)).contains("\"series\":[]");
    assertThat(service.report("pageviews", "quiet", day, "Cache-Control", "no-cache").body())
        .contains("\"series\":[{\"date\":\"2024-05-01\",\"value\":1}]");
    assertThat(body("pageviews", "quiet", day)).contains("\"value\":1}]");
  }
}
