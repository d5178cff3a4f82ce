package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.CollectIT.assertRefused;
import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeClient.gzip;
import static io.tinyanalytics.ingest.EdgeClient.json;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.tinyanalytics.event.EventLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which browsers and servers send events, beside plain JSON with headers. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class CollectFormsIT {

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension(ConfigOverride.config("bodies.deadline", "1s"));

  private EdgeClient client;

  @BeforeEach
  void connect() {
    PUBLISHER.reset();
    client = new EdgeClient(EDGE.getLocalPort());
  }

  @Test
  void takesTheKeyFromTheQueryWhereHeadersCannotBeSet() {
    assertThat(client.send(beacon("/v1/collect?key=open-key", EVENT)).statusCode()).isEqualTo(202);
    assertThat(client.send(beacon("/v1/collect?key=open%2Dkey", EVENT)).statusCode())
        .isEqualTo(202);
    HttpResponse<String> batch =
        client.send(beacon("/v1/collect/batch?key=open-key", "{\"events\":[" + EVENT + "]}"));

    assertThat(json(batch).at("/results/0/status").asText()).isEqualTo("queued");
    assertThat(PUBLISHER.published()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                         401, invalid_key",
    "?key=wrong,                 401, invalid_key",
    "?key=open-key&key=open-key, 400, malformed_json",
    "?key=served-key,            403, forbidden_site"
  })
  void refusesABeaconWithoutItsKey(String query, int status, String code) {
    assertRefused(client.send(beacon("/v1/collect" + query, EVENT)), status, code);
  }

  private HttpRequest.Builder beacon(String path, String body) {
    return client
        .request(path)
        .header("Content-Type", "text/plain;charset=UTF-8")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void unpacksGzip() {
    String lines = (EVENT + "\n").repeat(500);

    assertThat(packed("/v1/collect", "application/json", gzip(bytes(EVENT))).statusCode())
        .isEqualTo(202);
    assertThat(packed("/v1/collect/batch", "application/x-ndjson", gzip(bytes(lines))).statusCode())
        .isEqualTo(202);
    assertThat(PUBLISHER.published()).hasSize(501);
  }

  @Test
  void checksTheSignatureOfWhatWasSentNotOfWhatItUnpacksTo() {
    byte[] body =
        gzip(bytes("{\"site_id\":\"served\",\"event_name\":\"e\",\"ip\":\"203.0.113.9\"}"));
    String signature = Hashing.hmacSha256(bytes("served-server-secret")).hashBytes(body).toString();

    HttpResponse<String> response =
        client.send(
            client
                .request("/v1/collect")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .header("X-TA-API-Key", "served-key")
                .header("X-TA-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body)));

    assertThat(response.statusCode()).isEqualTo(202);
  }

  @Test
  void refusesWhatUnpacksToTooMuch() {
    byte[] bomb = gzip(new byte[200 * 1024 * 1024]);
    assertThat(bomb).hasSizeLessThan(EventLimits.BODY_BYTES);

    assertRefused(packed("/v1/collect/batch", "application/json", bomb), 413, "too_large");
    assertRefused(
        packed("/v1/collect", "application/json", gzip(new byte[EventLimits.EVENT_BYTES + 1])),
        413,
        "too_large");
  }

  @Test
  void refusesWhatIsNoGzipAndOtherEncodings() {
    assertRefused(packed("/v1/collect", "application/json", bytes(EVENT)), 400, "malformed_json");
    assertRefused(
        client.send(client.post("/v1/collect", "open-key", EVENT).header("Content-Encoding", "br")),
        415,
        "unsupported_media_type");
  }

  private HttpResponse<String> packed(String path, String type, byte[] body) {
    return client.send(
        client
            .request(path)
            .header("Content-Type", type)
            .header("Content-Encoding", "gzip")
            .header("X-TA-API-Key", "open-key")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void countsAnImageOfAPageWithoutScripts() throws Exception {
    HttpRequest request =
        client
            .request("/v1/pixel.gif?key=open-key&site_id=open&user_id=%C3%BC")
            .header("Referer", "https://example.com/page")
            .build();

    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("image/gif");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(ImageIO.read(new ByteArrayInputStream(response.body())))
        .satisfies(image -> assertThat(image.getWidth() * image.getHeight()).isEqualTo(1));
    var event = PUBLISHER.last().event().event();
    assertThat(event.eventName()).isEqualTo("pageview");
    assertThat(event.url()).isEqualTo("https://example.com/page");
    assertThat(event.userId()).isEqualTo("ü");
  }

  @Test
  void takesAllThatTheAddressOfAnImageSays() {
    HttpResponse<String> response =
        client.get(
            "/v1/pixel.gif?key=open-key&site_id=open&event_name=read&event_id=a:1&ts=1700000000000"
                + "&url=https%3A%2F%2Fexample.com%2F%3Fa%3Db&referrer=https://r.example/"
                + "&session_id=s&screen=1x1&language=de&other=passed+over");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(PUBLISHER.last().event().eventId()).isEqualTo("a:1");
    var event = PUBLISHER.last().event().event();
    assertThat(event.eventName()).isEqualTo("read");
    assertThat(event.tsMillis()).isEqualTo(1_700_000_000_000L);
    assertThat(event.url()).isEqualTo("https://example.com/?a=b");
    assertThat(event.referrer()).isEqualTo("https://r.example/");
    assertThat(event.sessionId()).isEqualTo("s");
  }

  @ParameterizedTest
  @CsvSource({
    "/caf%C3%A9?a=b+c,     /café?a=b c",
    "/caf%E9,              /caf\ufffd",
    "/%F0%9F%98,           /\ufffd",
    "/100%&x=%zz,          /100%",
    "/%ED%A0%BD,           /\ufffd\ufffd\ufffd"
  })
  void losesNoImageForWhatIsBadlyEncoded(String path, String read) throws IOException {
    try (Socket socket = new Socket("localhost", EDGE.getLocalPort())) {
      String target = "/v1/pixel.gif?key=open-key&site_id=open&url=https://example.com" + path;
      String request = "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 200");
    }
    assertThat(PUBLISHER.last().event().event().url()).isEqualTo("https://example.com" + read);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                         400, missing_field",
    "?key=open-key,                              400, missing_field",
    "?site_id=open,                              401, invalid_key",
    "?key=open-key&site_id=open&site_id=open,    400, malformed_json",
    "?key=open-key&site_id=%C3,                  401, unknown_site",
    "?key=signed-key&site_id=signed,             401, invalid_signature",
    "?key=open-key&site_id=open&ts=now,          422, invalid_value",
    "?key=open-key&site_id=open&ts=1,            422, invalid_value"
  })
  void refusesAnImageAsItRefusesAnEvent(String query, int status, String code) {
    assertRefused(client.get("/v1/pixel.gif" + query), status, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/collect", "/v1/collect/batch"})
  void cutsOffASlowSender(String path) throws IOException {
    try (Socket slow = slowSender(path)) {
      String answer = new String(slow.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":\"too_slow\"");
    }
  }

  @Test
  void tellsASlowSenderOfTooMuchThatItIsTooMuch() throws IOException {
    try (Socket slow = new Socket("localhost", EDGE.getLocalPort())) {
      slow.setSoTimeout(20_000);
      String head =
          """
          POST /v1/collect HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/json\r
          Content-Length: 200000\r
          \r
          """;
      slow.getOutputStream().write((head + "x".repeat(100_000)).getBytes(US_ASCII));

      String answer = new String(slow.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too_large\"");
    }
  }

  @Test
  void cutsOffASenderWhoseHeadDoesNotEnd() throws IOException {
    try (Socket slow = new Socket("localhost", EDGE.getLocalPort())) {
      slow.setSoTimeout(20_000);
      slow.getOutputStream().write("POST /v1/collect HTTP/1.1\r\nX: ".getBytes(US_ASCII));

      assertThat(slow.getInputStream().read()).as("before the idle timeout").isEqualTo(-1);
    }
  }

  @Test
  void servesOthersWhileManySendersAreSlow() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < 300; n++) {
        slow.add(slowSender("/v1/collect"));
      }

      assertThat(client.collect("open-key", EVENT).statusCode()).isEqualTo(202);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static Socket slowSender(String path) throws IOException {
    Socket socket = new Socket("localhost", EDGE.getLocalPort());
    String head =
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    socket.getOutputStream().write(head.formatted(path).getBytes(US_ASCII));
    return socket;
  }
}
