package io.tinyanalytics.logimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts signed batches of one site to {@code /v1/collect/batch}; one request per call. */
final class EdgeClient {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final SiteKeys keys;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .build();

  /**
   * @param edge the edge's address without a last slash, such as {@code http://localhost:8080}
   */
  EdgeClient(String edge, SiteKeys keys) {
    this.address = URI.create(edge + "/v1/collect/batch");
    this.keys = keys;
  }

  URI address() {
    return address;
  }

  /**
   * Sends one batch.
   *
   * @throws IOException if there was no answer: the edge may have taken the batch or not
   */
  EdgeAnswer post(byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWERING)
            .header("Content-Type", "application/json")
            .header("User-Agent", "") // would count for visitors whose user agent is unknown
            .header("X-TA-API-Key", keys.apiKey())
            .header("X-TA-Signature", Digests.signature(body, keys.secret()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    var json = parse(response.body());
    return new EdgeAnswer(
        response.statusCode(), retryAfter(response), json.path("error").asText(), results(json));
  }

  private static JsonNode parse(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      return JSON.missingNode();
    }
  }

  private static List<EdgeAnswer.Result> results(JsonNode json) {
    List<EdgeAnswer.Result> results = new ArrayList<>();
    for (var result : json.path("results")) {
      results.add(
          new EdgeAnswer.Result(
              result.path("status").asText(),
              result.path("code").asText(),
              result.path("error").asText()));
    }
    return results;
  }

  /** Only the form in seconds; the edge sends no other. */
  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }
}
