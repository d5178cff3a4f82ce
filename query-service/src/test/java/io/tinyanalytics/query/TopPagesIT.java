package io.tinyanalytics.query;

import static io.tinyanalytics.query.EventRow.pageview;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares top pages with counts made by hand over the rows below. */
class TopPagesIT {
  private static final String YEAR = "from=2024-01-01&to=2024-12-31";
  private static final String LEAP_DAY = "from=2024-02-29&to=2024-02-29";

  @TempDir static Path folder;
  private static RealStore store;
  private static RealService service;

  @BeforeAll
  static void startBoth() throws Exception {
    store = new RealStore(folder.resolve("store"));
    service = new RealService(folder, store.jdbcUrl(), List.of("shop", "pages", "quiet"));
    store.insert(
        pageview("shop", "2024-02-28", "/a"),
        pageview("shop", "2024-02-28", "/b"),
        pageview("shop", "2024-02-28", "/c"),
        pageview("shop", "2024-02-28", "/a").named("click"),
        pageview("shop", "2024-02-29", "/a"),
        pageview("shop", "2024-02-29", "/b"),
        pageview("shop", "2024-02-29", "/b"),
        pageview("shop", "2024-02-29", "/c"),
        pageview("shop", "2149-06-06", "/last"),
        pageview("shop", "1970-01-01", "/first"));
    store.insert(pages());
  }

  /** One page seven times and its neighbours. */
  private static EventRow[] pages() {
    EventRow view = pageview("pages", "2024-02-29", "");
    return new EventRow[] {
      view.at("https://shop.example/p", "shop.example", "/p"),
      view.at("https://shop.example/p?utm_source=x", "shop.example", "/p"),
      view.at("https://shop.example/p?fbclid=1", "shop.example", "/p"),
      view.at("https://shop.example/p?gclid=2", "shop.example", "/p"),
      view.at("https://shop.example/p#reviews", "shop.example", "/p"),
      view.at("https://shop.example/p?", "shop.example", "/p"),
      view.at("http://SHOP.example:8080/p", "shop.example", "/p"),
      view.at("https://shop.example/P", "shop.example", "/P"),
      view.at("https://shop.example/p/", "shop.example", "/p/"),
      view.at("https://other.example/p", "other.example", "/p"),
      view.at("/p", "", "/p"),
      view,
      view.byBot().at("https://shop.example/bots", "shop.example", "/bots"),
    };
  }

  @AfterAll
  static void stopBoth() {
    service.close();
    store.close();
  }

  private static List<String> pages(String siteId, String query) throws Exception {
    List<String> pages = new ArrayList<>();
    for (JsonNode page : service.answer("top-pages", siteId, query).get("pages")) {
      pages.add(page.get("url").asText() + "=" + page.get("views"));
    }
    return pages;
  }

  @Test
  void ordersPagesByViewsAndThenByUrl() throws Exception {
    assertThat(service.report("top-pages", "shop", YEAR).body())
        .isEqualTo(
            "{\"site_id\":\"shop\",\"from\":\"2024-01-01\",\"to\":\"2024-12-31\",\"pages\":["
                + "{\"url\":\"/b\",\"views\":3},{\"url\":\"/a\",\"views\":2},"
                + "{\"url\":\"/c\",\"views\":2}],"
                + "\"meta\":{\"data_as_of\":null,\"lag_seconds\":null}}");
  }

  @Test
  void cutsPagesAtTheLimit() throws Exception {
    assertThat(pages("shop", YEAR + "&limit=1")).containsExactly("/b=3");
  }

  @Test
  void findsTheMostViewedPagesOfAllTime() throws Exception {
    assertThat(pages("shop", "from=1970-01-01&to=2149-06-06"))
        .containsExactly("/b=3", "/a=2", "/c=2", "/first=1", "/last=1");
  }

  @Test
  void countsOnePageForAHostAndAPath() throws Exception {
    assertThat(pages("pages", LEAP_DAY))
        .containsExactly(
            "https://shop.example/p=7",
            "=1",
            "/p=1",
            "https://other.example/p=1",
            "https://shop.example/P=1",
            "https://shop.example/p/=1");
    assertThat(pages("pages", LEAP_DAY + "&by=page")).isEqualTo(pages("pages", LEAP_DAY));
  }

  @Test
  void countsEachUrlByItselfWhenAsked() throws Exception {
    assertThat(pages("pages", LEAP_DAY + "&by=url"))
        .containsExactly(
            "=1",
            "/p=1",
            "http://SHOP.example:8080/p=1",
            "https://other.example/p=1",
            "https://shop.example/P=1",
            "https://shop.example/p=1",
            "https://shop.example/p#reviews=1",
            "https://shop.example/p/=1",
            "https://shop.example/p?=1",
            "https://shop.example/p?fbclid=1=1",
            "https://shop.example/p?gclid=2=1",
            "https://shop.example/p?utm_source=x=1");
    assertThat(pages("pages", LEAP_DAY + "&by=url&bots=true&limit=100"))
        .hasSize(13)
        .contains("https://shop.example/bots=1");
  }

  @Test
  void answersNoPageWhereNoneWasViewed() throws Exception {
    assertThat(pages("quiet", YEAR)).isEmpty();
  }
}
