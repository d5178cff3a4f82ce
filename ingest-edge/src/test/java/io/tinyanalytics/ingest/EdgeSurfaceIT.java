package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.CollectIT.assertRefused;
import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the edge shows beside the answers to events. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class EdgeSurfaceIT {

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension(
          ConfigOverride.config("corsAllowOrigins", "https://a.example, https://b.example"));

  private EdgeClient client;

  @BeforeEach
  void connect() {
    PUBLISHER.reset();
    client = new EdgeClient(EDGE.getLocalPort());
  }

  @Test
  void isHealthyOnceItsPublisherIsReady() {
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(client.get("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");

    PUBLISHER.becomeReady(false);

    assertRefused(client.get("/healthz"), 503, "unavailable");
    EdgeClient admin = new EdgeClient(EDGE.getAdminPort());
    assertThat(admin.get("/healthcheck").statusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/openapi.yaml"})
  void answersHeadAsGetWithoutTheBody(String path) {
    HttpResponse<String> get = client.get(path);
    HttpResponse<String> head =
        client.send(client.request(path).method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.headers().firstValue("Content-Length"))
        .hasValue(Integer.toString(get.body().getBytes(UTF_8).length));
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /,                  404, not_found",
    "GET,    /v1/collect/,       404, not_found",
    "POST,   /v1/collect/batch2, 404, not_found",
    "GET,    /v1/collect,        405, method_not_allowed",
    "HEAD,   /v1/collect,        405, ",
    "PUT,    /v1/collect,        405, method_not_allowed",
    "DELETE, /v1/collect/batch,  405, method_not_allowed",
    "TRACE,  /v1/collect,        405, method_not_allowed",
    "BREW,   /v1/collect,        405, method_not_allowed",
    "POST,   /v1/pixel.gif,      405, method_not_allowed",
    "POST,   /healthz,           405, method_not_allowed",
    "DELETE, /openapi.yaml,      405, method_not_allowed"
  })
  void answersWhatIsNotThereInTheSameForm(
      String method, String path, int status, @Nullable String code) {
    HttpResponse<String> response =
        client.send(
            client
                .request(path)
                .header("Accept", "text/html")
                .method(method, BodyPublishers.ofString("")));

    assertThat(response.statusCode()).isEqualTo(status);
    if (code != null) {
      assertRefused(response, status, code);
    }
  }

  @Test
  void namesTheMethodsOfACollectPath() {
    assertThat(client.get("/v1/collect").headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    HttpResponse<String> options =
        client.send(client.request("/v1/collect").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "'GARBAGE\r\n\r\n', 400",
    "'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n', 400",
    "'GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n', 400"
  })
  void answersWhatIsNoHttpInTheSameForm(String request, int status) throws IOException {
    String answer = answerTo(request);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer).contains("Content-Type: application/json");
    assertThat(answer)
        .contains("{\"error\":\"the request cannot be understood\",\"code\":\"bad_request\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /sneaky HTTP/1.1\r\nHost: sneaky:port\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [sneaky\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: sneaky\r\n\r\n",
        "GET //sneaky:port/ HTTP/1.1\r\nHost: a\r\nsneaky\0: sneaky\r\n\r\n",
        "POST /v1/collect HTTP/1.1\r\nHost: a\r\nContent-Type: sneaky\r\nContent-Length: 6\r\n\r\nsneaky",
        "POST /v1/collect?key=sneaky HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nsneaky"
      })
  void logsNothingThatASenderWrote(String request) throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    try {
      assertThat(answerTo(request)).startsWith("HTTP/1.1 4");
    } finally {
      root.detachAppender(lines);
    }

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("sneaky"));
  }

  private static String answerTo(String request) throws IOException {
    try (Socket socket = new Socket("localhost", EDGE.getLocalPort())) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  @Test
  void answersThePreflightOfAnAllowedOrigin() {
    HttpResponse<String> response = preflight("https://b.example");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://b.example");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Content-Type", "X-TA-API-Key", "X-TA-Signature", "X-TA-Signature-V2");
    assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("POST");
    assertThat(response.headers().firstValue("Vary")).hasValue("Origin");
  }

  /**
   * As Chrome sends it for {@code sendBeacon(url, new Blob([json], {type: "application/json"}))}.
   */
  @Test
  void answersThePreflightOfABeaconOfJson() throws IOException {
    String answer =
        answerTo(
            """
            OPTIONS /v1/collect?key=open-key HTTP/1.1\r
            Host: stats.example\r
            Connection: close\r
            Accept: */*\r
            Access-Control-Request-Method: POST\r
            Access-Control-Request-Headers: content-type\r
            Origin: https://a.example\r
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36\r
            Sec-Fetch-Mode: cors\r
            Sec-Fetch-Site: cross-site\r
            Sec-Fetch-Dest: empty\r
            Referer: https://a.example/\r
            Accept-Encoding: gzip, deflate, br, zstd\r
            Accept-Language: de,en;q=0.9\r
            \r
            """);

    assertThat(answer)
        .startsWith("HTTP/1.1 204")
        .contains("Access-Control-Allow-Origin: https://a.example\r\n")
        .contains("Access-Control-Allow-Credentials: true\r\n")
        .containsPattern("Access-Control-Allow-Methods: .*POST")
        .containsPattern("Access-Control-Allow-Headers: Content-Type")
        .endsWith("\r\n\r\n");
  }

  @Test
  void letsNoPageReadAnAnswerToARequestWithCookies() {
    HttpResponse<String> response =
        client.send(
            client
                .post("/v1/collect", "open-key", EVENT)
                .header("Origin", "https://a.example")
                .header("Cookie", "a=b"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"https://c.example", "https://a.example.evil", "https://aXexample", "null"})
  void allowsNoOtherOrigin(String origin) {
    assertThat(preflight(origin).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  private HttpResponse<String> preflight(String origin) {
    return client.send(
        client
            .request("/v1/collect")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,x-ta-api-key")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  void letsAnAllowedOriginReadAnswersAndErrors() {
    for (String body : new String[] {EVENT, "no JSON"}) {
      HttpResponse<String> response =
          client.send(
              client.post("/v1/collect", "open-key", body).header("Origin", "https://a.example"));

      assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
          .hasValue("https://a.example");
      assertThat(response.headers().firstValue("Vary")).hasValue("Origin");
    }
    assertThat(client.collect("open-key", EVENT).headers().firstValue("Vary")).hasValue("Origin");
  }
}
