package io.tinyanalytics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole server adds to the resources; ClickHouse is not there, and need not be. */
class ServerIT {
  private static final String NOBODY = "jdbc:clickhouse://127.0.0.1:1/analytics";
  private static final String PERIOD = "from=2024-01-01&to=2024-01-01";
  private static final String REPORT = "/v1/metrics/pageviews?site_id=shop&from=2024-01-01";

  @TempDir static Path folder;
  private static RealService service;

  @BeforeAll
  static void start() throws Exception {
    service = new RealService(folder, NOBODY, List.of("shop"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void startsAndLivesWithoutClickHouse() throws Exception {
    HttpResponse<String> health = service.get("/healthz");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void countsFailuresByReport() throws Exception {
    service.report("unique-users", "shop", PERIOD);

    assertThat(service.getAdmin("/metrics").body())
        .contains("query_report_failures_total{report=\"unique-users\"} 1.0")
        .contains("query_report_failures_total{report=\"top-pages\"} 0.0")
        .contains("query_report_seconds_count{report=\"unique-users\"} 1")
        .contains("query_cache_requests_total{result=\"miss\"}")
        .contains(
            "http_requests_total{method=\"GET\",path=\"/v1/metrics/unique-users\","
                + "service=\"query-service\",status=\"503\"} 1.0")
        .contains(
            "http_request_duration_seconds_count{method=\"GET\","
                + "path=\"/v1/metrics/unique-users\",service=\"query-service\"} 1")
        .contains("http_in_flight_requests{service=\"query-service\"}")
        .contains("sites_file_broken{service=\"query-service\"} 0.0")
        .contains("jvm_memory_used_bytes")
        .doesNotContain("shop");
  }

  @Test
  void letsPagesOfOtherOriginsRead() throws Exception {
    HttpResponse<String> answer = service.get(REPORT, "Origin", "https://dashboard.example");

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://dashboard.example");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(String.join(",", answer.headers().allValues("Vary"))).contains("Origin");
  }

  @Test
  void answersThePreflightOfOtherOrigins() throws Exception {
    String answer =
        raw(
            """
            OPTIONS /v1/metrics/pageviews HTTP/1.1\r
            Host: h\r
            Origin: https://dashboard.example\r
            Access-Control-Request-Method: GET\r
            Access-Control-Request-Headers: x-ta-api-key\r
            Connection: close\r
            \r
            """);

    assertThat(answer)
        .startsWith("HTTP/1.1 204 ")
        .contains("Access-Control-Allow-Origin: https://dashboard.example")
        .contains("Access-Control-Allow-Methods: GET, OPTIONS")
        .contains("Access-Control-Allow-Headers: X-TA-API-Key, Cache-Control");
  }

  @Test
  void readsTheSitesFileAgainWhenItChanges() throws Exception {
    assertThat(service.report("pageviews", "late", PERIOD).statusCode()).isEqualTo(401);

    RealService.sitesFile(folder, List.of("shop", "late"));

    await()
        .untilAsserted(
            () ->
                assertThat(service.report("pageviews", "late", PERIOD).statusCode())
                    .isEqualTo(503));
  }

  @Test
  void answersAnAddressThatCannotBeDecodedAsJson() throws IOException {
    assertThat(raw("GET /v1/metrics/%zz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("Content-Type: application/json")
        .endsWith("{\"error\":\"the request cannot be understood\",\"code\":\"bad_request\"}");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
