package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeClient.json;
import static io.tinyanalytics.ingest.EdgeClient.signature;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.publish.PublishException;
import io.tinyanalytics.ingest.publish.PublishException.Reason;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class CollectIT {

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension();

  private EdgeClient client;

  @BeforeEach
  void connect() {
    PUBLISHER.reset();
    client = new EdgeClient(EDGE.getLocalPort());
  }

  @Test
  void answersWithTheIdOfTheEventOnceItIsPublished() {
    HttpResponse<String> response = client.collect("open-key", EVENT);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(json(response).get("status").asText()).isEqualTo("queued");
    assertThat(json(response).get("event_id").asText())
        .isEqualTo(PUBLISHER.last().event().eventId());
  }

  @Test
  void waitsForTheAcknowledgement() throws Exception {
    CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    PUBLISHER.behave(
        event -> {
          asked.complete(null);
          return acknowledgement;
        });

    var response = client.sendAsync(client.post("/v1/collect", "open-key", EVENT));
    asked.get();
    assertThat(response).isNotDone();

    acknowledgement.complete(null);
    assertThat(response.get().statusCode()).isEqualTo(202);
  }

  @Test
  void writesAnswersOnThreadsOfTheServerNeverOnThePublishers() throws Exception {
    CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
    PUBLISHER.behave(event -> acknowledgement);
    String events = (EVENT + ",").repeat(499) + EVENT;
    var response =
        client.sendAsync(
            client.post("/v1/collect/batch", "open-key", "{\"events\":[" + events + "]}"));

    Thread publishing = new Thread(() -> acknowledgement.complete(null));
    publishing.start();
    publishing.join(5000);

    assertThat(publishing.isAlive()).isFalse();
    assertThat(json(response.get()).get("results")).hasSize(500);
  }

  @Test
  void passesOnWhatTheHeadersSayOfTheVisitor() {
    client.send(
        client
            .post("/v1/collect", "open-key", EVENT)
            .header("User-Agent", "Mozilla/5.0 " + "x".repeat(3000))
            .header("Sec-CH-UA", "\"Chromium\";v=\"140\"")
            .header("Sec-CH-UA-Mobile", "?1")
            .header("Sec-CH-UA-Platform", "\"Android\"")
            .header("Accept-Language", "de-AT")
            .header("Accept-Language", "en;q=0.8")
            .header("X-Forwarded-For", "203.0.113.9"));

    var origin = PUBLISHER.last().event().origin();
    assertThat(origin.userAgent()).hasSize(EventLimits.USER_AGENT_LENGTH);
    assertThat(origin.hints())
        .isEqualTo(new ClientHints("\"Chromium\";v=\"140\"", "?1", "\"Android\""));
    assertThat(origin.acceptLanguage()).isEqualTo("de-AT, en;q=0.8");
    assertThat(origin.ipPrefix()).as("the peer's, not a header's").isIn("127.0.0.0/24", "::/48");
  }

  @Test
  void trustsTheSignatureOverTheExactBytes() {
    String body = "{ \"site_id\":\"served\",\n \"event_name\":\"ü\", \"ip\":\"203.0.113.9\" }";

    HttpResponse<String> response =
        client.send(
            client
                .post("/v1/collect", "served-key", body)
                .header("X-TA-Signature", signature("served-server-secret", body)));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(PUBLISHER.last().event().origin().ipPrefix()).isEqualTo("203.0.113.0/24");
  }

  @Test
  void flagsBotsWhereASiteSaysNothingOfThem() {
    HttpResponse<String> response =
        client.send(
            client.post("/v1/collect", "open-key", EVENT).header("User-Agent", "Googlebot/2.1"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).get("status").asText()).isEqualTo("queued");
    assertThat(PUBLISHER.last().event().origin().botName()).isEqualTo("bot");
  }

  @Test
  void dropsBotsWhereASiteSaysSo() {
    String event = EVENT.replace("open", "strict");

    HttpResponse<String> response =
        client.send(
            client.post("/v1/collect", "strict-key", event).header("User-Agent", "Googlebot/2.1"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("{\"status\":\"ignored\"}");
    assertThat(PUBLISHER.published()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          open-key   | hello                                                        | 400 | malformed_json
          open-key   | ``                                                           | 400 | malformed_json
          open-key   | {'site_id':'open','event_name':'e'} {}                       | 400 | malformed_json
          open-key   | {'site_id':'open'}                                           | 400 | missing_field
          open-key   | {'event_name':'e'}                                           | 400 | missing_field
          open-key   | {'site_id':'gone','event_name':'e'}                          | 401 | unknown_site
          wrong-key  | {'site_id':'open','event_name':'e'}                          | 401 | invalid_key
          signed-key | {'site_id':'signed','event_name':'e'}                        | 401 | invalid_signature
          served-key | {'site_id':'open','event_name':'e'}                          | 403 | forbidden_site
          open-key   | {'site_id':'open','event_name':'e','ip':'203.0.113.9'}       | 403 | not_trusted
          open-key   | {'site_id':'open','event_name':'e','user_agent':'Safari'}    | 403 | not_trusted
          open-key   | {'site_id':'open','event_name':'e','ts':1}                   | 422 | invalid_value
          open-key   | {'site_id':'open','event_name':'e','ts':99999999999999}      | 422 | invalid_value
          open-key   | {'site_id':'open','event_name':'e','event_id':'a b'}         | 422 | invalid_value
          open-key   | {'site_id':'open','event_name':'e','props':7}                | 422 | invalid_value
          open-key   | {'site_id':'open','event_name':'e','engaged_ms':86400001}    | 422 | invalid_value
          open-key   | {'site_id':'open','event_name':'e','scroll':101}             | 422 | invalid_value
          open-key   | {'site_id':'open','event_name':'e','revenue':{'amount':1e14,'currency':'EUR'}} | 422 | invalid_value
          open-key   | {'site_id':'open','event_name':'e','revenue':{'amount':1}}   | 400 | missing_field
          """)
  void refusesWithStatusAndCode(String key, String body, int status, String code) {
    HttpResponse<String> response = client.collect(key, body.replace('\'', '"'));

    assertRefused(response, status, code);
    assertThat(PUBLISHER.published()).isEmpty();
  }

  @Test
  void refusesAWrongSignatureEvenWhereNoneIsAskedFor() {
    HttpResponse<String> response =
        client.send(
            client
                .post("/v1/collect", "open-key", EVENT)
                .header("X-TA-Signature", signature("any", EVENT)));

    assertRefused(response, 401, "invalid_signature");
  }

  @Test
  void refusesARequestWithoutKey() {
    HttpResponse<String> response =
        client.send(
            client
                .request("/v1/collect")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EVENT)));

    assertRefused(response, 401, "invalid_key");
  }

  @ParameterizedTest
  @ValueSource(ints = {EventLimits.EVENT_BYTES + 1, 2 * 1024 * 1024})
  void refusesALargeBodyWhetherItsLengthIsToldOrNot(int size) {
    String body = "x".repeat(size);

    assertRefused(client.collect("open-key", body), 413, "too_large");
    assertRefused(client.send(chunked("/v1/collect", body)), 413, "too_large");
  }

  @Test
  void refusesALargeBatchWhetherItsLengthIsToldOrNot() {
    String body = "x".repeat(EventLimits.BODY_BYTES + 1);

    assertRefused(client.collectBatch("open-key", body), 413, "too_large");
    assertRefused(client.send(chunked("/v1/collect/batch", body)), 413, "too_large");
  }

  @Test
  void takesAChunkedBody() {
    assertThat(client.send(chunked("/v1/collect", EVENT)).statusCode()).isEqualTo(202);
  }

  private HttpRequest.Builder chunked(String path, String body) {
    return client
        .post(path, "open-key", body)
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/collect,       application/json,                  202",
    "/v1/collect,       Application/JSON; charset=UTF-8,   202",
    "/v1/collect,       application/x-ndjson,              415",
    "/v1/collect,       text/plain;charset=UTF-8,          202",
    "/v1/collect,       application/x-www-form-urlencoded, 415",
    "/v1/collect,       '',                                415",
    "/v1/collect/batch, application/x-ndjson,              202",
    "/v1/collect/batch, text/csv,                          415"
  })
  void readsOnlyTheMediaTypesOfThePath(String path, String type, int status) {
    HttpResponse<String> response =
        client.send(
            client
                .request(path)
                .header("Content-Type", type)
                .header("X-TA-API-Key", "open-key")
                .POST(BodyPublishers.ofString(EVENT)));

    assertThat(response.statusCode()).isEqualTo(status);
    if (status == 415) {
      assertRefused(response, 415, "unsupported_media_type");
    }
  }

  @Test
  void answersUnavailableWithATimeToRetry() {
    PUBLISHER.failEventsNamed("pageview", Reason.TIMEOUT);

    HttpResponse<String> response = client.collect("open-key", EVENT);

    assertRefused(response, 503, "unavailable");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
  }

  @Test
  void answersUnavailableWhenThePublisherNeverAnswersAndNothingLater() throws Exception {
    CompletableFuture<Void> late = new CompletableFuture<>();
    PUBLISHER.behave(event -> late);

    HttpResponse<String> response = client.collect("open-key", EVENT);
    late.complete(null);

    assertRefused(response, 503, "unavailable");
    PUBLISHER.reset();
    assertThat(client.collect("open-key", EVENT).statusCode())
        .as("the connection still works")
        .isEqualTo(202);
  }

  @Test
  void answersADefectWithoutItsCause() {
    PUBLISHER.behave(
        event -> {
          throw new IllegalStateException("a secret cause");
        });

    HttpResponse<String> response = client.collect("open-key", EVENT);

    assertRefused(response, 500, "internal_error");
    assertThat(response.body()).doesNotContain("secret", "Exception", "at io.");
  }

  @Test
  void answersAFailedFutureOfAnUnknownKindAsUnavailable() {
    PUBLISHER.behave(event -> CompletableFuture.failedFuture(new PublishException(Reason.ERROR)));

    assertRefused(client.collect("open-key", EVENT), 503, "unavailable");
  }

  static void assertRefused(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(json(response).get("code").asText()).isEqualTo(code);
    assertThat(json(response).get("error").asText()).isNotBlank();
    assertThat(json(response)).hasSize(2);
  }
}
