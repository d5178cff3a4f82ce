package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.CollectIT.assertRefused;
import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeClient.json;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps strangers from doing harm, and visitors from being followed. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class DefencesIT {

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension(
          ConfigOverride.config("corsAllowOrigins", "https://a.example"),
          ConfigOverride.config("clients.trustedProxies", "127.0.0.0/8, ::1"),
          ConfigOverride.config("clients.requestsPerSecond", "2"));

  private static final String WITH_IP =
      "{\"site_id\":\"served\",\"event_name\":\"e\",\"ip\":\"203.0.113.9\"}";

  private EdgeClient client;

  @BeforeEach
  void connect() {
    PUBLISHER.reset();
    client = new EdgeClient(EDGE.getLocalPort());
  }

  @Test
  void believesItsProxiesAboutTheClient() {
    assertThat(client.send(from("198.51.100.1", EVENT)).statusCode()).isEqualTo(202);

    assertThat(PUBLISHER.last().event().origin().ipPrefix()).isEqualTo("198.51.100.0/24");
  }

  @Test
  void limitsTheRequestsOfOneNetworkWhateverTheyHold() {
    for (int n = 0; n < 20; n++) {
      client.send(from("2001:db8::" + n, n % 2 == 0 ? EVENT : "no JSON"));
    }

    HttpResponse<String> response = client.send(from("2001:db8::abc", EVENT));
    assertRefused(response, 429, "rate_limited");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    HttpResponse<String> image =
        client.send(
            client
                .request("/v1/pixel.gif?key=open-key&site_id=open")
                .header("X-Forwarded-For", "2001:db8::1"));
    assertRefused(image, 429, "rate_limited");
    assertThat(client.send(from("2001:db8:0:1::", EVENT)).statusCode()).isEqualTo(202);
  }

  @Test
  void limitsTheEventsOfASiteInOneAnswerOrInParts() {
    String event = "{\"site_id\":\"strict\",\"event_name\":\"e\"}";
    String batch = "{\"events\":[" + (event + ",").repeat(11) + event + "]}";

    HttpResponse<String> some = client.send(batch("198.51.101.1", batch));
    assertThat(some.statusCode()).isEqualTo(207);
    assertThat(some.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(json(some).get("results").findValuesAsText("code"))
        .containsExactly("rate_limited", "rate_limited");

    assertRefused(client.send(batch("198.51.101.1", batch)), 429, "rate_limited");
  }

  private HttpRequest.Builder batch(String address, String body) {
    return client.post("/v1/collect/batch", "strict-key", body).header("X-Forwarded-For", address);
  }

  @Test
  void takesEventsOnlyFromPagesOfTheSitesOrigins() {
    String event = "{\"site_id\":\"strict\",\"event_name\":\"e\"}";
    HttpRequest.Builder good = client.post("/v1/collect", "strict-key", event);
    HttpRequest.Builder bad = client.post("/v1/collect", "strict-key", event);

    HttpResponse<String> taken =
        client.send(
            good.header("X-Forwarded-For", "198.51.102.1")
                .header("Origin", "https://strict.example"));
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(taken.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://strict.example");
    assertRefused(
        client.send(
            bad.header("X-Forwarded-For", "198.51.102.1").header("Origin", "https://a.example")),
        403,
        "forbidden_origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-GPC", "DNT"})
  void countsWhoAsksNotToBeFollowedWithoutAnId(String header) {
    client.send(from("198.51.103.1", EVENT).header(header, "1"));
    var nameless = PUBLISHER.last().event().origin();
    client.send(from("198.51.103.1", EVENT).header(header, "0"));
    var followed = PUBLISHER.last().event().origin();

    assertThat(nameless.visitorId()).isNull();
    assertThat(nameless.ipHash()).isNull();
    assertThat(followed.visitorId()).isNotNull();
    assertThat(followed.ipHash()).isNotNull();
  }

  @Test
  void takesASignedRequestOnce() {
    String signature = signature(Instant.now().getEpochSecond(), "/v1/collect");

    assertThat(client.send(signed("/v1/collect", signature)).statusCode()).isEqualTo(202);
    assertRefused(client.send(signed("/v1/collect", signature)), 401, "invalid_signature");
  }

  @Test
  void signsTheQueryToo() {
    long now = Instant.now().getEpochSecond();

    assertThat(
            client.send(signed("/v1/collect?a=b", signature(now, "/v1/collect?a=b"))).statusCode())
        .isEqualTo(202);
    assertRefused(
        client.send(signed("/v1/collect?a=c", signature(now, "/v1/collect?a=b"))),
        401,
        "invalid_signature");
  }

  @Test
  void takesNoSignatureOfLongAgo() {
    assertRefused(
        client.send(
            signed("/v1/collect", signature(Instant.now().getEpochSecond() - 1000, "/v1/collect"))),
        401,
        "invalid_signature");
  }

  private HttpRequest.Builder signed(String path, String signature) {
    return client
        .post(path, "served-key", WITH_IP)
        .header("X-Forwarded-For", "198.51.104.1")
        .header("X-TA-Signature-V2", signature);
  }

  private static String signature(long seconds, String target) {
    String nonce = UUID.randomUUID().toString();
    String text = String.join("\n", "POST", target, Long.toString(seconds), nonce, WITH_IP);
    return "t=%d,n=%s,v1=%s"
        .formatted(
            seconds,
            nonce,
            Hashing.hmacSha256("served-server-secret".getBytes(UTF_8)).hashString(text, UTF_8));
  }

  /** Through a socket: the edge cuts off who sends on, and an HTTP client may see only that. */
  @ParameterizedTest
  @ValueSource(strings = {"X-Custom", "X-TA-API-Key", "User-Agent"})
  void refusesLargeHeaders(String name) throws IOException {
    try (Socket socket = new Socket("localhost", EDGE.getLocalPort())) {
      sendAsFarAsPossible(
          socket,
          "POST /v1/collect HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\n\r\n"
              .formatted(name, "x".repeat(64 * 1024)));

      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 431");
    }
  }

  private static void sendAsFarAsPossible(Socket socket, String request) {
    try {
      socket.getOutputStream().write(request.getBytes(UTF_8));
    } catch (IOException cutOff) {
      // the answer has come all the same
    }
  }

  @Test
  void answersOthersBesideThoseWhoDoNotRead() throws IOException {
    try (Selector selector = Selector.open()) {
      try {
        for (int n = 0; n < 16; n++) {
          openWithoutReading(selector);
        }
        askUntilNobodyIsHeard(selector);

        HttpResponse<String> response =
            client.send(client.request("/healthz").timeout(Duration.ofSeconds(10)));

        assertThat(response.statusCode()).isEqualTo(200);
      } finally {
        for (SelectionKey reader : selector.keys()) {
          reader.channel().close();
        }
      }
    }
  }

  private static void openWithoutReading(Selector selector) throws IOException {
    SocketChannel reader = SocketChannel.open();
    reader.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    reader.connect(new InetSocketAddress("localhost", EDGE.getLocalPort()));
    reader.configureBlocking(false);
    reader.register(selector, SelectionKey.OP_WRITE);
  }

  /** Sends requests until the edge reads none of them for a second: their answers are stuck. */
  private static void askUntilNobodyIsHeard(Selector selector) throws IOException {
    ByteBuffer requests =
        ByteBuffer.wrap(
            "GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100).getBytes(UTF_8));
    while (selector.select(1000) > 0) {
      for (SelectionKey key : selector.selectedKeys()) {
        SocketChannel reader = (SocketChannel) key.channel();
        ByteBuffer rest =
            key.attachment() == null ? requests.duplicate() : (ByteBuffer) key.attachment();
        reader.write(rest);
        key.attach(rest.hasRemaining() ? rest : null);
      }
      selector.selectedKeys().clear();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nested arrays,         400, malformed_json",
    "ten million elements,  413, too_large",
    "duplicate keys,        400, malformed_json",
    "a lone surrogate,      202, ''",
    "a NUL in the text,     400, malformed_json",
    "an escaped NUL,        202, ''",
    "a huge number,         422, invalid_value"
  })
  void refusesWhatIsMadeToHurt(String attack, int status, String code) {
    HttpResponse<String> response = client.send(from("198.51.105.1", attack(attack)));

    if (code.isEmpty()) {
      assertThat(response.statusCode()).isEqualTo(status);
    } else {
      assertRefused(response, status, code);
    }
  }

  private static String attack(String name) {
    return switch (name) {
      case "nested arrays" -> with("props", "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}");
      case "ten million elements" -> with("props", "{\"a\":[" + "1,".repeat(9_999_999) + "1]}");
      case "duplicate keys" -> with("site_id", "\"open\"");
      case "a lone surrogate" -> with("user_id", "\"\\ud800\"");
      case "a NUL in the text" -> with("user_id", "\"\0\"");
      case "an escaped NUL" -> with("user_id", "\"\\u0000\"");
      default -> with("ts", "1".repeat(60));
    };
  }

  private static String with(String field, String value) {
    return EVENT.replace("}", ",\"" + field + "\":" + value + "}");
  }

  private HttpRequest.Builder from(String address, String body) {
    return client.post("/v1/collect", "open-key", body).header("X-Forwarded-For", address);
  }
}
