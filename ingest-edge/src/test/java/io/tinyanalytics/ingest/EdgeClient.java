package io.tinyanalytics.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/** Speaks HTTP to an edge as its senders do. */
final class EdgeClient {

  static final String EVENT = "{\"site_id\":\"open\",\"event_name\":\"pageview\"}";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  EdgeClient(int port) {
    this.port = port;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  /** A request with a key and a body of JSON. */
  HttpRequest.Builder post(String path, String key, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("X-TA-API-Key", key)
        .POST(BodyPublishers.ofString(body));
  }

  HttpResponse<String> collect(String key, String body) {
    return send(post("/v1/collect", key, body));
  }

  HttpResponse<String> collectBatch(String key, String body) {
    return send(post("/v1/collect/batch", key, body));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return sendAsync(request).join();
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError("an answer is not JSON: " + response.body(), e);
    }
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return packed.toByteArray();
  }

  static String signature(String secret, String body) {
    return Hashing.hmacSha256(secret.getBytes(UTF_8)).hashString(body, UTF_8).toString();
  }
}
