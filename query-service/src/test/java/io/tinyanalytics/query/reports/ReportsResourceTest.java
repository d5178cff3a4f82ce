package io.tinyanalytics.query.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.dropwizard.testing.junit5.ResourceExtension;
import io.tinyanalytics.query.access.Sites;
import io.tinyanalytics.query.errors.ErrorMapper;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DropwizardExtensionsSupport.class)
class ReportsResourceTest {
  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final String UNKNOWN = ",\"meta\":{\"data_as_of\":null,\"lag_seconds\":null}}";
  private static final String PERIOD = "&from=2024-01-01&to=2024-01-31";

  private final FakeReports store = new FakeReports();
  private Instant now = NOON;
  private final ResourceExtension http =
      ResourceExtension.builder()
          .setRegisterDefaultExceptionMappers(false)
          .addProvider(new ErrorMapper())
          .addResource(
              new ReportsResource(
                  Sites.in(Path.of("src/test/resources/sites.yml")),
                  new CachedReports(store, Runnable::run, Duration.ofSeconds(10), 1000),
                  () -> now))
          .build();

  private Response get(String pathAndQuery) {
    return request(pathAndQuery).get();
  }

  private Invocation.Builder request(String pathAndQuery) {
    int query = pathAndQuery.indexOf('?');
    var target = http.target("/v1/metrics/" + pathAndQuery.substring(0, query));
    for (String pair : pathAndQuery.substring(query + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      target = target.queryParam(parts[0], parts[1]);
    }
    return target.request();
  }

  private static void assertError(Response answer, int status, String code, String sentence) {
    assertThat(answer.readEntity(String.class))
        .isEqualTo("{\"error\":\"" + sentence + "\",\"code\":\"" + code + "\"}");
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getMediaType()).hasToString("application/json");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"pageviews, PAGEVIEWS", "unique-users, UNIQUE_USERS"})
  void answersASeriesByDay(String path, Report report) {
    store.answerWith(new Figure("2024-01-02", 3), new Figure("2024-01-04", 1));

    Response answer = get(path + "?site_id=open&from=2024-01-01&to=2024-01-04");

    assertThat(answer.readEntity(String.class))
        .isEqualTo(
            "{\"site_id\":\"open\",\"from\":\"2024-01-01\",\"to\":\"2024-01-04\",\"series\":["
                + "{\"date\":\"2024-01-01\",\"value\":0},{\"date\":\"2024-01-02\",\"value\":3},"
                + "{\"date\":\"2024-01-03\",\"value\":0},{\"date\":\"2024-01-04\",\"value\":1}]"
                + UNKNOWN);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getMediaType()).hasToString("application/json");
    assertThat(store.asked()).extracting(ReportRequest::report).containsExactly(report);
  }

  @Test
  void answersTopPages() {
    store.answerWith(new Figure("https://example.com/\"a\"", 3));

    Response answer = get("top-pages?site_id=open" + PERIOD + "&limit=5");

    assertThat(answer.readEntity(String.class))
        .isEqualTo(
            "{\"site_id\":\"open\",\"from\":\"2024-01-01\",\"to\":\"2024-01-31\",\"pages\":["
                + "{\"url\":\"https://example.com/\\\"a\\\"\",\"views\":3}]"
                + UNKNOWN);
    assertThat(store.asked()).extracting(ReportRequest::limit).containsExactly(5);
  }

  @Test
  void answersZerosWhereNothingWasCounted() {
    assertThat(get("pageviews?site_id=open&from=2024-01-01&to=2024-01-01").readEntity(String.class))
        .endsWith("\"series\":[{\"date\":\"2024-01-01\",\"value\":0}]" + UNKNOWN);
  }

  @Test
  void tellsHowFreshAnAnswerIsWhenItIsGivenAgainToo() {
    store.answerAsOf(Instant.parse("2024-02-01T11:59:58.766Z"), new Figure("2024-01-02", 3));

    assertThat(get("pageviews?site_id=open" + PERIOD).readEntity(String.class))
        .endsWith(",\"meta\":{\"data_as_of\":\"2024-02-01T11:59:58.766Z\",\"lag_seconds\":1.234}}");

    now = NOON.plusSeconds(20);
    assertThat(get("pageviews?site_id=open" + PERIOD).readEntity(String.class))
        .endsWith(
            ",\"meta\":{\"data_as_of\":\"2024-02-01T11:59:58.766Z\",\"lag_seconds\":21.234}}");
    assertThat(store.asked()).hasSize(1);
  }

  @Test
  void isNeverFresherThanNow() {
    store.answerAsOf(NOON.plusSeconds(3));

    assertThat(get("top-pages?site_id=open" + PERIOD).readEntity(String.class))
        .endsWith(",\"meta\":{\"data_as_of\":\"2024-02-01T12:00:03.000Z\",\"lag_seconds\":0.0}}");
  }

  @Test
  void letsSharedCachesKeepPublicFiguresAlone() {
    Response open = get("pageviews?site_id=open" + PERIOD);
    Response closed =
        request("pageviews?site_id=closed" + PERIOD).header("X-TA-API-Key", "closed-read").get();

    assertThat(open.getHeaderString("Cache-Control")).isEqualTo("public, max-age=30");
    assertThat(closed.getHeaderString("Cache-Control")).isEqualTo("private, max-age=30");
    assertThat(closed.getHeaderString("Vary")).contains("X-TA-API-Key");
  }

  @ParameterizedTest
  @CsvSource({
    "no-cache, 2", "No-Cache, 2", "'max-age=0, no-cache', 2", "'no-cache ,no-store', 2",
    "max-age=0, 1", "x-no-cache, 1", "no-cache-at-all, 1", "'', 1",
  })
  void asksTheStoreAgainForNoCache(String control, int questions) {
    get("pageviews?site_id=open" + PERIOD);
    get("pageviews?site_id=open" + PERIOD);
    Response answer =
        request("pageviews?site_id=open" + PERIOD).header("Cache-Control", control).get();

    assertThat(store.asked()).hasSize(questions);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("public, max-age=30");
  }

  @Test
  void asksForUrlsAndBotsAndKeepsThemApart() {
    get("top-pages?site_id=open" + PERIOD);
    get("top-pages?site_id=open" + PERIOD + "&by=url&bots=true");
    get("top-pages?site_id=open" + PERIOD + "&by=page&bots=false&limit=20");

    assertThat(store.asked())
        .extracting(ReportRequest::report, ReportRequest::bots)
        .containsExactly(tuple(Report.TOP_PAGES, false), tuple(Report.TOP_URLS, true));
  }

  @ParameterizedTest
  @CsvSource({"closed,", "nowhere,", "closed, wrong", "nowhere, wrong"})
  void tellsAClosedSiteFromNoneToNobody(String siteId, String key) {
    Response answer =
        request("pageviews?site_id=" + siteId + PERIOD).header("X-TA-API-Key", key).get();

    assertError(
        answer,
        401,
        "invalid_key",
        "there is no such site, or its figures need its read key in X-TA-API-Key");
    assertThat(store.asked()).isEmpty();
  }

  @Test
  void refusesAnotherSitesReadKey() {
    Response answer =
        request("pageviews?site_id=closed" + PERIOD).header("X-TA-API-Key", "open-read").get();

    assertError(
        answer, 403, "forbidden_site", "the read key in X-TA-API-Key belongs to another site");
    assertThat(store.asked()).isEmpty();
  }

  @Test
  void namesTheFieldThatIsMissingOrWrong() {
    assertError(
        get("pageviews?from=2024-01-01&to=2024-01-31"), 400, "missing_field", "site_id is missing");
    assertError(
        get("top-pages?site_id=open" + PERIOD + "&limit=0"),
        422,
        "invalid_value",
        "limit must be a number from 1 to 100");
  }

  @Test
  void answers503WithRetryAfterWhileTheStoreIsAway() {
    store.fail(new ReportsUnavailableException("away", new IllegalStateException("secret")));

    Response answer = get("pageviews?site_id=open" + PERIOD);

    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    assertError(answer, 503, "unavailable", "the figures cannot be read now, try again later");
  }

  @Test
  void keepsAnUnforeseenFailureToItself() {
    store.fail(new IllegalStateException("secret"));

    assertError(
        get("pageviews?site_id=open" + PERIOD),
        500,
        "internal_error",
        "the service failed to answer");
  }

  @Test
  void answersUnknownAddressesAndMethodsAsJson() {
    assertError(get("bounces?a=b"), 404, "not_found", "there is nothing at this path");
    Response post = request("pageviews?a=b").post(Entity.json("{}"));
    assertThat(post.getHeaderString("Allow")).contains("GET");
    assertError(post, 405, "method_not_allowed", "this path does not take this method");
  }
}
