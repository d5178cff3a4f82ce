package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.CollectIT.assertRefused;
import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeClient.json;
import static io.tinyanalytics.ingest.EdgeClient.signature;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.tinyanalytics.event.Revenue;
import io.tinyanalytics.ingest.publish.PublishException.Reason;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class CollectBatchIT {

  private static final String UNLUCKY = "{\"site_id\":\"open\",\"event_name\":\"unlucky\"}";
  private static final String WITH_IP =
      "{\"site_id\":\"served\",\"event_name\":\"e\",\"event_id\":\"a\",\"ip\":\"203.0.113.9\"}";

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension();

  private EdgeClient client;

  @BeforeEach
  void connect() {
    PUBLISHER.reset();
    client = new EdgeClient(EDGE.getLocalPort());
  }

  @Test
  void answersEachEventInOrder() {
    HttpResponse<String> response =
        client.collectBatch(
            "open-key", batch(EVENT.replace("}", ",\"event_id\":\"a\"}"), "7", UNLUCKY));

    assertThat(response.statusCode()).isEqualTo(207);
    assertThat(json(response).at("/results/0").toString())
        .isEqualTo("{\"status\":\"queued\",\"event_id\":\"a\"}");
    assertThat(json(response).at("/results/1").toString())
        .isEqualTo(
            "{\"status\":\"refused\",\"code\":\"malformed_json\","
                + "\"error\":\"an event must be a JSON object\"}");
    assertThat(json(response).at("/results/2/status").asText()).isEqualTo("queued");
    assertThat(response.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void answers202WhereNothingWasRefused() {
    HttpResponse<String> response = client.collectBatch("open-key", batch(EVENT, EVENT));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).get("results")).hasSize(2);
    assertThat(client.collectBatch("open-key", batch()).body()).isEqualTo("{\"results\":[]}");
  }

  @Test
  void tellsBotsFromPeopleWithinABatch() {
    HttpResponse<String> response =
        client.send(
            client
                .post("/v1/collect/batch", "strict-key", batch(EVENT.replace("open", "strict")))
                .header("User-Agent", "a spider"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("{\"results\":[{\"status\":\"ignored\"}]}");
  }

  @Test
  void asksToRetryOnlyTheEventsThatWereUnavailable() {
    PUBLISHER.failEventsNamed("unlucky", Reason.TIMEOUT);

    HttpResponse<String> response = client.collectBatch("open-key", batch(EVENT, UNLUCKY));

    assertThat(response.statusCode()).isEqualTo(207);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(json(response).at("/results/0/status").asText()).isEqualTo("queued");
    assertThat(json(response).at("/results/1/code").asText()).isEqualTo("unavailable");
  }

  @Test
  void isUnavailableWhenAllOfItsEventsWere() {
    PUBLISHER.failEventsNamed("unlucky", Reason.TIMEOUT);

    HttpResponse<String> response = client.collectBatch("open-key", batch(UNLUCKY, UNLUCKY));

    assertRefused(response, 503, "unavailable");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
  }

  @Test
  void judgesEachEventWithTheKeyGiven() {
    HttpResponse<String> response =
        client.collectBatch(
            "open-key",
            batch(
                EVENT,
                EVENT.replace("open", "served"),
                EVENT.replace("open", "gone"),
                EVENT.replace("}", ",\"ip\":\"203.0.113.9\"}")));

    assertThat(json(response).get("results").findValuesAsText("code"))
        .containsExactly("forbidden_site", "unknown_site", "not_trusted");
  }

  @Test
  void signsTheBatchAsAWhole() {
    String body = batch(WITH_IP);

    HttpResponse<String> response =
        client.send(
            client
                .post("/v1/collect/batch", "served-key", body)
                .header("X-TA-Signature", signature("served-server-secret", body)));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(PUBLISHER.last().event().origin().ipPrefix()).isEqualTo("203.0.113.0/24");
  }

  @Test
  void takesLines() {
    HttpResponse<String> response = client.send(lines(EVENT + "\n\n" + EVENT + "\r\n{\n"));

    assertThat(response.statusCode()).isEqualTo(207);
    assertThat(json(response).get("results").findValuesAsText("status"))
        .containsExactly("queued", "queued", "refused");
  }

  @Test
  void takesAndRefusesWhatAClientMeasuredInBothFormats() {
    String sold = EVENT.replace("}", ",\"revenue\":{\"amount\":\"9.99995\",\"currency\":\"eur\"}}");
    String tooMuch = sold.replace("9.99995", "100000000000000");

    for (HttpResponse<String> response :
        List.of(
            client.collectBatch("open-key", batch(sold, tooMuch)),
            client.send(lines(sold + "\n" + tooMuch)))) {
      assertThat(json(response).at("/results/0/status").asText()).isEqualTo("queued");
      assertThat(json(response).at("/results/1/code").asText()).isEqualTo("invalid_value");
      assertThat(json(response).at("/results/1/error").asText()).startsWith("revenue.amount must");
    }
    assertThat(PUBLISHER.published())
        .hasSize(2)
        .allSatisfy(
            sent ->
                assertThat(sent.event().event().details().revenue())
                    .isEqualTo(new Revenue(100_000, "EUR")));
  }

  private HttpRequest.Builder lines(String body) {
    return client
        .request("/v1/collect/batch")
        .header("Content-Type", "application/x-ndjson")
        .header("X-TA-API-Key", "open-key")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void refusesAsAWholeWhatIsNoBatch() {
    assertRefused(client.collectBatch("open-key", EVENT), 400, "malformed_json");
    assertRefused(client.collectBatch("open-key", "{\"events\":["), 400, "malformed_json");
    String tooMany = batch(Collections.nCopies(501, EVENT).toArray(String[]::new));
    assertRefused(client.collectBatch("open-key", tooMany), 413, "too_large");
    assertThat(PUBLISHER.published()).isEmpty();
  }

  private static String batch(String... events) {
    return "{\"events\":[" + String.join(",", events) + "]}";
  }
}
