package io.tinyanalytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller sees while ClickHouse is away; the service's timeout is 2 s here. */
class OutageIT {
  private static final Duration BOUND = Duration.ofSeconds(3);
  private static final String DAY = "from=2024-02-28&to=2024-02-28";

  @TempDir Path folder;
  private RealStore store;
  private RealService service;

  @BeforeEach
  void startBoth() throws Exception {
    store = new RealStore(folder.resolve("store"));
    service = new RealService(folder, store.jdbcUrl(), List.of("shop"));
    store.insert(EventRow.pageview("shop", "2024-02-28", "/a"));
    assertAnswered();
  }

  @AfterEach
  void stopBoth() {
    service.close();
    store.close();
  }

  private HttpResponse<String> pageviews() throws Exception {
    return service.report("pageviews", "shop", DAY, "Cache-Control", "no-cache");
  }

  private void assertAnswered() throws Exception {
    HttpResponse<String> answer = pageviews();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"series\":[{\"date\":\"2024-02-28\",\"value\":1}]");
  }

  private void assertUnavailable() throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer = pageviews();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.body()).contains("\"code\":\"unavailable\"");
  }

  @Test
  void answers503WhileClickHouseIsDeadAnd200OnceItIsBack() throws Exception {
    store.kill();

    assertUnavailable();
    assertThat(service.getAdmin("/healthcheck").statusCode()).isEqualTo(500);
    assertThat(service.get("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");

    store.bringBack();
    assertAnswered();
    assertThat(service.getAdmin("/healthcheck").statusCode()).isEqualTo(200);
  }

  @Test
  void answers503WhileClickHouseHangsAnd200OnceItGoesOn() throws Exception {
    store.halt();

    assertUnavailable();

    store.resume();
    assertAnswered();
  }

  @Test
  void goesOnAnsweringFromItsCache() throws Exception {
    store.kill();

    assertThat(service.report("pageviews", "shop", DAY).statusCode()).isEqualTo(200);
  }

  @Test
  void answers503WhereTheTableIsMissing() throws Exception {
    store.execute("RENAME TABLE analytics.events TO analytics.elsewhere");

    assertUnavailable();
    assertThat(service.getAdmin("/healthcheck").body())
        .contains("\"message\":\"the tables cannot be read\"");

    store.execute("RENAME TABLE analytics.elsewhere TO analytics.events");
    assertAnswered();
  }
}
