package io.tinyanalytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The service as it ships, on ports of its own, with public sites. */
final class RealService implements AutoCloseable {
  private final DropwizardTestSupport<QueryConfiguration> service;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  RealService(Path folder, String dsn, Collection<String> siteIds) throws Exception {
    this.service =
        new DropwizardTestSupport<>(
            QueryService.class,
            "../config/query-service.yml",
            ConfigOverride.config("sites", sitesFile(folder, siteIds).toString()),
            ConfigOverride.config("clickhouse.dsn", dsn),
            ConfigOverride.config("clickhouse.timeout", "2s"),
            ConfigOverride.config("server.applicationConnectors[0].port", "0"),
            ConfigOverride.config("server.adminConnectors[0].port", "0"));
    service.before();
  }

  /** JSON is YAML, and writes any site id. */
  static Path sitesFile(Path folder, Collection<String> ids) throws IOException {
    Map<String, Object> sites =
        ids.stream().collect(Collectors.toMap(id -> id, id -> Map.of("public_stats", true)));
    return Files.writeString(
        folder.resolve("sites.yml"), new ObjectMapper().writeValueAsString(Map.of("sites", sites)));
  }

  int port() {
    return service.getLocalPort();
  }

  HttpResponse<String> report(String report, String siteId, String query, String... headers)
      throws Exception {
    String site = URLEncoder.encode(siteId, StandardCharsets.UTF_8);
    return get(port(), "/v1/metrics/" + report + "?site_id=" + site + "&" + query, headers);
  }

  /** A report that must succeed. */
  JsonNode answer(String report, String siteId, String query) throws Exception {
    HttpResponse<String> answer = report(report, siteId, query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return get(port(), path, headers);
  }

  HttpResponse<String> getAdmin(String path) throws Exception {
    return get(service.getAdminPort(), path);
  }

  private HttpResponse<String> get(int port, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    service.after();
  }
}
