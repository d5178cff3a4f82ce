package io.tinyanalytics.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.files.FoundFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No address of a sender stands on any disk: not in Kafka, ClickHouse, a checkpoint or a log. */
@ExtendWith(RunningStack.class)
final class AddressScanE2E {

  private static final String OWN = "127.9.8.7";
  private static final String SERVER = "203.0.113.200";
  private static final String BEHIND_A_PROXY = "203.0.113.201";
  private static final String BEHIND_A_PROXY_6 = "2001:db8:aa:bb:cc:dd:ee:ff";
  private static final String TOLD = "203.0.113.202";
  private static final String REFUSED = "203.0.113.203";
  private static final List<String> SECRET =
      List.of(OWN, SERVER, BEHIND_A_PROXY, BEHIND_A_PROXY_6, TOLD, REFUSED);

  /** Stands in a site's own properties: if the scan does not find it, the scan is broken. */
  private static final String CANARY = "198.51.100.77";

  private static final String KEY = "addresses-key";
  private static final String WRONG_KEY = "a-wrong-key-that-nobody-logs";

  @Test
  void findsNoAddressButTheOneThatASiteWroteItself(Stack stack) throws Exception {
    keepsNoneInCheckpoints(stack);
    sendFromOwnAddress(stack);
    send(stack, event("proxy-4", ""), BEHIND_A_PROXY, 202);
    send(stack, event("proxy-6", ""), BEHIND_A_PROXY_6, 202);
    send(stack, told("refused", REFUSED), REFUSED, 403);
    send(stack, told("refused", REFUSED) + REFUSED, REFUSED, 400);
    HttpRequest wrong = request(stack, event("refused", ""), REFUSED, WRONG_KEY).build();
    assertThat(stack.send(wrong).statusCode()).isEqualTo(401);
    awaitStored(stack, 5);

    AddressScan scan = scan();
    scan.readFiles(stack.home());
    scan.readKafka(stack);
    scan.readClickHouse(stack);

    SECRET.forEach(address -> assertThat(scan.placesOf(address)).as(address).isEmpty());
    assertThat(scan.placesOf(CANARY)).contains("kafka events.raw", "clickhouse analytics.events");
    assertThat(logsWith(stack, KEY)).isEmpty();
    assertThat(logsWith(stack, WRONG_KEY)).isEmpty();
  }

  /** While ClickHouse stands still, what a checkpoint holds for it stays there. */
  private static void keepsNoneInCheckpoints(Stack stack) throws Exception {
    stack.signal("STOP", "clickhouse");
    try {
      String canary = event("canary", ",\"props\":{\"note\":\"" + CANARY + "\"}");
      String batch = "{\"events\":[" + told("told", TOLD) + "," + canary + "]}";
      HttpRequest request =
          request(stack, "/v1/collect/batch", batch, SERVER, KEY)
              .header("X-TA-Signature", signature(batch))
              .build();
      assertThat(stack.send(request).statusCode()).isEqualTo(202);

      await()
          .atMost(Stack.PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                AddressScan scan = scan();
                scan.readFiles(stack.home().resolve("checkpoints"));
                assertThat(scan.placesOf(CANARY)).isNotEmpty();
                assertThat(scan.placesOf(TOLD)).isEmpty();
                assertThat(scan.placesOf(SERVER)).isEmpty();
              });
    } finally {
      stack.signal("CONT", "clickhouse");
    }
  }

  private static AddressScan scan() {
    return new AddressScan(Stream.concat(SECRET.stream(), Stream.of(CANARY)).toList());
  }

  private static List<String> logsWith(Stack stack, String text) throws IOException {
    List<String> found = new ArrayList<>();
    for (FoundFile log : FolderTree.files(stack.home().resolve("logs"))) {
      if (log.bytes().contains(text)) {
        found.add(log.path().toString());
      }
    }
    return found;
  }

  /** From an address of this machine that is no proxy's, so that what it says of others is void. */
  private static void sendFromOwnAddress(Stack stack) throws IOException {
    String body = event("own", "");
    String request =
        """
        POST /v1/collect HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Content-Type: application/json\r
        X-TA-API-Key: %s\r
        X-Forwarded-For: %s\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(KEY, REFUSED, body.length(), body);
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 9, 8, 7}), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), stack.port(8080)));
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 202 ");
    }
  }

  private static void send(Stack stack, String event, String client, int status) throws Exception {
    HttpRequest request = request(stack, event, client, KEY).build();
    assertThat(stack.send(request).statusCode()).isEqualTo(status);
  }

  private static HttpRequest.Builder request(Stack stack, String body, String client, String key) {
    return request(stack, "/v1/collect", body, client, key);
  }

  private static HttpRequest.Builder request(
      Stack stack, String path, String body, String client, String key) {
    return HttpRequest.newBuilder(stack.collect(path + "?key=" + key))
        .header("Content-Type", "application/json")
        .header("X-TA-API-Key", key)
        .header("X-Forwarded-For", client)
        .POST(BodyPublishers.ofString(body));
  }

  private static String signature(String body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("addresses-server-secret".getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }

  private static String told(String id, String address) {
    return event(id, ",\"ip\":\"" + address + "\"");
  }

  private static String event(String id, String more) {
    return """
        {"site_id":"addresses","event_name":"e","event_id":"%s"%s}"""
        .formatted(id, more);
  }

  private static void awaitStored(Stack stack, int events) {
    String count = "SELECT count() FROM analytics.events WHERE site_id = 'addresses'";
    await()
        .atMost(Stack.PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () -> assertThat(stack.sql(count)).containsExactly(Integer.toString(events)));
  }
}
