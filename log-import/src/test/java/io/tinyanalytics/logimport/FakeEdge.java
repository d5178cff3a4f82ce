package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tinyanalytics.event.BatchItem;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.EventLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small edge that takes signed batches of site-1 and keeps what it took. It ignores user agents
 * with "bot", refuses pages whose names begin with "refused", and can be told to fail.
 */
final class FakeEdge implements AutoCloseable {
  private static final String SECRET = "site-1-server-secret";

  private final HttpServer server;
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final List<CollectedEvent> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  FakeEdge(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/v1/collect/batch", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The events queued so far, repeated ones too. */
  List<CollectedEvent> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }

  List<Integer> batchSizes() {
    return List.copyOf(batchSizes);
  }

  /** Makes one request, after those already told to, fail. */
  void fail(Failure failure) {
    failures.add(failure);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      var failure = failures.poll();
      if (failure != null && !failure.afterTaking()) {
        answer(exchange, failure);
      } else {
        var results = results(body, refusal(exchange, body));
        if (failure != null) {
          answer(exchange, failure);
        } else {
          answer(exchange, results.contains("refused") ? 207 : 202, results);
        }
      }
    } catch (EventFormatException e) {
      throw new IOException(e);
    }
  }

  /** What is wrong with the request as a whole, or empty. */
  private static String refusal(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    if (body.length >= EventLimits.BODY_BYTES || !"".equals(headers.getFirst("User-Agent"))) {
      throw new IllegalArgumentException("too large, or with a user agent of its own");
    }
    if (!"site-1-key".equals(headers.getFirst("X-TA-API-Key"))) {
      return "invalid_key";
    }
    return hmac(body).equals(headers.getFirst("X-TA-Signature")) ? "" : "invalid_signature";
  }

  private static String hmac(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String results(byte[] body, String refusal) throws EventFormatException {
    var items = EventJson.readBatch(body);
    batchSizes.add(items.size());
    return items.stream()
        .map(item -> refusal.isEmpty() ? result(item) : refused(refusal))
        .collect(Collectors.joining(",", "{\"results\":[", "]}"));
  }

  private String result(BatchItem item) {
    var event = item.collected();
    if (event == null) {
      return refused("invalid_value");
    }
    if (String.valueOf(event.userAgent()).contains("bot")) {
      return "{\"status\":\"ignored\"}";
    }
    var url = String.valueOf(event.event().url());
    if (url.contains("/refused")) {
      return refused("forbidden_page", "not " + url.substring(url.lastIndexOf('/') + 1));
    }
    taken.add(event);
    return "{\"status\":\"queued\",\"event_id\":\"%s\"}".formatted(event.eventId());
  }

  private static String refused(String code) {
    return refused(code, "not this one");
  }

  private static String refused(String code, String error) {
    return "{\"status\":\"refused\",\"code\":\"%s\",\"error\":\"%s\"}".formatted(code, error);
  }

  private static void answer(HttpExchange exchange, Failure failure) throws IOException {
    if (failure.status() > 0) {
      exchange.getResponseHeaders().set("Retry-After", "0");
      answer(exchange, failure.status(), failure.body());
    } // else the connection is closed without an answer
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /**
   * How a request fails.
   *
   * @param status the answer's status, or 0 to close the connection without an answer
   * @param body the answer's body
   * @param afterTaking whether the events are taken all the same
   */
  record Failure(int status, String body, boolean afterTaking) {
    static final Failure UNAVAILABLE =
        new Failure(503, "{\"error\":\"Kafka is away\",\"code\":\"unavailable\"}", false);
    static final Failure LOST_ANSWER = new Failure(0, "", true);
  }
}
