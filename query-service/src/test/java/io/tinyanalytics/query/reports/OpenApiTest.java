package io.tinyanalytics.query.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.dropwizard.testing.junit5.ResourceExtension;
import io.tinyanalytics.query.access.Sites;
import io.tinyanalytics.query.errors.ErrorMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the reports to what their OpenAPI document says of each path and each status. */
@ExtendWith(DropwizardExtensionsSupport.class)
class OpenApiTest {
  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final Map<String, String> RIGHT =
      Map.of("site_id", "open", "from", "2024-01-01", "to", "2024-01-31");

  private final FakeReports store = new FakeReports();
  private final ResourceExtension http =
      ResourceExtension.builder()
          .setRegisterDefaultExceptionMappers(false)
          .addProvider(new ErrorMapper())
          .addResource(new OpenApiResource())
          .addResource(
              new ReportsResource(
                  Sites.in(Path.of("src/test/resources/sites.yml")),
                  new CachedReports(store, Runnable::run, Duration.ofSeconds(10), 0),
                  () -> NOON))
          .build();
  private JsonNode document;

  @BeforeEach
  void readTheDocument() throws IOException {
    Response answer = http.target("/openapi.yaml").request().get();
    assertThat(answer.getMediaType()).hasToString("application/yaml");
    document = new ObjectMapper(new YAMLFactory()).readTree(answer.readEntity(String.class));
  }

  @Test
  void namesAllReports() {
    assertThat(document.get("paths").fieldNames())
        .toIterable()
        .containsExactly(
            "/v1/metrics/pageviews", "/v1/metrics/unique-users", "/v1/metrics/top-pages");
  }

  @Test
  void namesAllParameters() {
    List<String> named = new ArrayList<>();
    for (JsonNode parameter : document.at("/components/parameters")) {
      if (parameter.get("in").asText().equals("query")) {
        named.add(parameter.get("name").asText());
      }
    }
    assertThat(named).containsExactlyElementsOf(ReportParameters.NAMES.known());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pageviews", "unique-users", "top-pages"})
  void saysWhatAReportIsAnswered(String report) throws IOException {
    String path = "/v1/metrics/" + report;
    Set<String> seen = new TreeSet<>();
    store.answerAsOf(NOON, new Figure("2024-01-02", 3));
    seen.add(assertAsDocumented(path, get(path, Map.of(), null)));
    seen.add(assertAsDocumented(path, get(path, Map.of("from", ""), null)));
    seen.add(assertAsDocumented(path, get(path, Map.of("site_id", "closed"), null)));
    seen.add(assertAsDocumented(path, get(path, Map.of("site_id", "closed"), "open-read")));
    seen.add(assertAsDocumented(path, get(path, Map.of("bots", "maybe"), null)));
    store.fail(new ReportsUnavailableException("away", new IllegalStateException()));
    seen.add(assertAsDocumented(path, get(path, Map.of("to", "2024-01-30"), null)));

    assertThat(responses(path).fieldNames()).toIterable().containsExactlyElementsOf(seen);
  }

  private Response get(String path, Map<String, String> changes, @Nullable String key) {
    var target = http.target(path);
    for (Map.Entry<String, String> right : RIGHT.entrySet()) {
      if (!changes.containsKey(right.getKey())) {
        target = target.queryParam(right.getKey(), right.getValue());
      }
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      target = target.queryParam(change.getKey(), change.getValue());
    }
    return target.request().header("X-TA-API-Key", key).get();
  }

  private JsonNode responses(String path) {
    return document.get("paths").get(path).get("get").get("responses");
  }

  /** Returns the status. */
  private String assertAsDocumented(String path, Response answer) throws IOException {
    String status = Integer.toString(answer.getStatus());
    JsonNode said = resolved(responses(path).path(status));
    assertThat(said.isMissingNode()).as("%s answers %s", path, status).isFalse();
    said.path("headers").fieldNames().forEachRemaining(name -> assertHas(answer, name));
    JsonNode schema = said.get("content").get(answer.getMediaType().toString()).get("schema");
    assertFits(new ObjectMapper().readTree(answer.readEntity(String.class)), schema);
    return status;
  }

  private static void assertHas(Response answer, String header) {
    assertThat(answer.getHeaders()).containsKey(header);
  }

  private void assertFits(JsonNode value, JsonNode schemaOrReference) {
    JsonNode schema = resolved(schemaOrReference);
    switch (schema.get("type").asText()) {
      case "object" -> {
        schema.get("required").forEach(name -> assertThat(value.has(name.asText())).isTrue());
        value
            .fieldNames()
            .forEachRemaining(
                name -> assertFits(value.get(name), schema.get("properties").path(name)));
      }
      case "array" -> value.forEach(item -> assertFits(item, schema.get("items")));
      case "integer" -> assertThat(value.isIntegralNumber()).isTrue();
      case "number" -> assertThat(value.isNumber()).isTrue();
      default -> {
        assertThat(value.isTextual()).as("%s", value).isTrue();
        if (schema.has("enum")) {
          assertThat(schema.get("enum")).extracting(JsonNode::asText).contains(value.asText());
        }
      }
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
