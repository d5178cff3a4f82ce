package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.tinyanalytics.ingest.publish.PublishException.Reason;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the edge to what its OpenAPI document says of each path and each status. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class OpenApiIT {

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension(
          ConfigOverride.config("bodies.deadline", "1s"),
          ConfigOverride.config("clients.trustedProxies", "127.0.0.0/8, ::1"),
          ConfigOverride.config("clients.requestsPerSecond", "5"));

  private EdgeClient client;
  private JsonNode document;

  @BeforeEach
  void readTheDocument() throws IOException {
    PUBLISHER.reset();
    client = new EdgeClient(EDGE.getLocalPort());
    HttpResponse<String> response = client.get("/openapi.yaml");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/yaml");
    document = new ObjectMapper(new YAMLFactory()).readTree(response.body());
  }

  @Test
  void namesAllCodes() {
    assertThat(document.at("/components/schemas/Code/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            Arrays.stream(RefusalCode.values()).map(RefusalCode::word).toArray(String[]::new));
  }

  @Test
  void saysWhatAnEventIsAnswered() throws IOException {
    Answers answers = new Answers("/v1/collect", "post");
    answers.take(client.collect("open-key", EVENT));
    answers.take(
        client.send(
            client
                .post("/v1/collect", "strict-key", EVENT.replace("open", "strict"))
                .header("User-Agent", "bot")));
    answers.take(client.collect("open-key", "no JSON"));
    answers.take(client.collect("wrong", EVENT));
    answers.take(client.collect("served-key", EVENT));
    answers.take(client.collect("open-key", EVENT.replace("}", ",\"ts\":1}")));
    answers.take(client.collect("open-key", "x".repeat(100_000)));
    answers.take(client.send(client.request("/v1/collect").POST(BodyPublishers.noBody())));
    answers.takeFromASlowSender();
    answers.take(limited(client.request("/v1/collect").POST(BodyPublishers.noBody())));
    PUBLISHER.failEventsNamed("pageview", Reason.TIMEOUT);
    answers.take(client.collect("open-key", EVENT));
    answers.areComplete();
  }

  @Test
  void saysWhatABatchIsAnswered() throws IOException {
    Answers answers = new Answers("/v1/collect/batch", "post");
    answers.take(client.collectBatch("open-key", batch(EVENT)));
    answers.take(client.collectBatch("open-key", batch(EVENT + ",7")));
    answers.take(client.collectBatch("open-key", "no JSON"));
    answers.take(client.collectBatch("open-key", "x".repeat(2_000_000)));
    answers.take(client.send(client.request("/v1/collect/batch").POST(BodyPublishers.noBody())));
    answers.takeFromASlowSender();
    answers.take(limited(client.request("/v1/collect/batch").POST(BodyPublishers.noBody())));
    PUBLISHER.failEventsNamed("pageview", Reason.TIMEOUT);
    answers.take(client.collectBatch("open-key", batch(EVENT)));
    answers.areComplete();
  }

  private static String batch(String events) {
    return "{\"events\":[" + events + "]}";
  }

  @Test
  void saysWhatAnImageIsAnswered() throws IOException {
    Answers answers = new Answers("/v1/pixel.gif", "get");
    answers.take(client.get("/v1/pixel.gif?key=open-key&site_id=open"));
    answers.take(client.get("/v1/pixel.gif"));
    answers.take(client.get("/v1/pixel.gif?key=wrong&site_id=open"));
    answers.take(client.get("/v1/pixel.gif?key=served-key&site_id=open"));
    answers.take(client.get("/v1/pixel.gif?key=open-key&site_id=open&ts=1"));
    answers.take(limited(client.request("/v1/pixel.gif")));
    PUBLISHER.failEventsNamed("pageview", Reason.TIMEOUT);
    answers.take(client.get("/v1/pixel.gif?key=open-key&site_id=open"));
    answers.areComplete();
  }

  @Test
  void saysWhatHealthIsAnswered() throws IOException {
    Answers answers = new Answers("/healthz", "get");
    answers.take(client.get("/healthz"));
    PUBLISHER.becomeReady(false);
    answers.take(client.get("/healthz"));
    answers.areComplete();
  }

  /** The answer to the first request that is one too many. */
  private HttpResponse<String> limited(HttpRequest.Builder request) {
    request.header("X-Forwarded-For", "198.51.100." + request.build().uri().getPath().length());
    HttpResponse<String> response;
    do {
      response = client.send(request);
    } while (response.statusCode() != 429);
    return response;
  }

  /** The answers of one path, each held to the document. */
  private final class Answers {

    private final String path;
    private final JsonNode responses;
    private final Set<String> seen = new TreeSet<>();

    Answers(String path, String method) {
      this.path = path;
      this.responses = document.get("paths").get(path).get(method).get("responses");
    }

    void take(HttpResponse<String> response) throws IOException {
      String type = response.headers().firstValue("Content-Type").orElse("");
      take(response.statusCode(), type, response.body());
      if (resolved(responses.get(Integer.toString(response.statusCode()))).has("headers")) {
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
      }
    }

    void takeFromASlowSender() throws IOException {
      try (Socket socket = new Socket("localhost", EDGE.getLocalPort())) {
        String head =
            "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n";
        socket.getOutputStream().write(head.formatted(path).getBytes(US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Content-Type: application/json");
        take(408, "application/json", answer.substring(answer.indexOf("\r\n\r\n")));
      }
    }

    private void take(int code, String type, String body) throws IOException {
      String status = Integer.toString(code);
      assertThat(responses.has(status)).as("%s answers %s: %s", path, status, body).isTrue();
      JsonNode said = resolved(responses.get(status)).get("content");
      assertThat(said.has(type)).as("%s %s: %s", path, status, type).isTrue();
      if (type.equals("application/json")) {
        assertFits(new ObjectMapper().readTree(body), said.get(type).get("schema"));
      }
      seen.add(status);
    }

    void areComplete() {
      Set<String> promised = new TreeSet<>();
      responses.fieldNames().forEachRemaining(promised::add);
      assertThat(seen)
          .as("all statuses that the document promises for %s", path)
          .isEqualTo(promised);
    }
  }

  private void assertFits(JsonNode value, JsonNode schemaOrReference) {
    JsonNode schema = resolved(schemaOrReference);
    switch (schema.get("type").asText()) {
      case "object" -> {
        assertThat(value.isObject()).as("%s", value).isTrue();
        schema.path("required").forEach(name -> assertThat(value.has(name.asText())).isTrue());
        value
            .fieldNames()
            .forEachRemaining(
                name -> assertFits(value.get(name), schema.get("properties").get(name)));
      }
      case "array" -> value.forEach(item -> assertFits(item, schema.get("items")));
      default -> {
        assertThat(value.isTextual()).as("%s", value).isTrue();
        if (schema.has("enum")) {
          assertThat(schema.get("enum")).extracting(JsonNode::asText).contains(value.asText());
        }
        if (schema.has("pattern")) {
          assertThat(value.asText()).matches(schema.get("pattern").asText());
        }
      }
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
