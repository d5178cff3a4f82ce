package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** One request that may be anything: mostly nearly right, since that goes deepest. */
final class FuzzInput {

  private static final List<String> METHODS =
      List.of("POST", "POST", "POST", "POST", "GET", "OPTIONS", "PUT", "post", "X");
  private static final List<String> PATHS =
      List.of(
          "/v1/collect",
          "/v1/collect",
          "/v1/collect/batch",
          "/v1/collect/batch",
          "/v1/pixel.gif",
          "/healthz",
          "/openapi.yaml",
          "/v1/collect/",
          "/%2e%2e/",
          "/");
  private static final List<String> QUERIES =
      List.of(
          "",
          "",
          "?key=open-key",
          "?key=open-key&site_id=open",
          "?key=open-key&site_id=open&ts=1&url=%E2%82%AC&event_id=a",
          "?key=%ff%fe",
          "?key",
          "?&&==&",
          "?key=a&key=b",
          "?site_id=%",
          "?a=%00");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json",
          "text/plain;charset=UTF-8",
          "application/x-ndjson",
          "application/json;;=",
          "",
          "x");
  private static final List<String> HEADERS =
      List.of(
          "X-TA-API-Key: open-key",
          "X-TA-API-Key: open-key",
          "X-TA-API-Key: served-key",
          "X-TA-API-Key: \u00ff",
          "X-TA-Signature: 00",
          "X-TA-Signature-V2: t=1700000000,n=12345678,v1=" + "0".repeat(64),
          "X-TA-Signature-V2: t=,n=,v1=",
          "User-Agent: \u00e4\u00f6",
          "User-Agent: bot",
          "Origin: null",
          "Origin: https://example.com",
          "Access-Control-Request-Method: POST",
          "Sec-GPC: 1",
          "X-Forwarded-For: ,,,",
          "X-Forwarded-For: [::1, 1.2.3.4:5:6, \"",
          "Forwarded: for=;for=\"[",
          "Accept-Language: " + "x".repeat(2000),
          "Referer: https://example.com/\u00ff",
          "Expect: 100-continue",
          "Content-Encoding: br");
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\"a\"",
          "null",
          "true",
          "1",
          "-0",
          "1e999",
          "123456789012345678901234567890",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\n",
          " ",
          "\\",
          "\"site_id\":\"open\"",
          "\"event_name\":\"e\"",
          "\"props\":{",
          "\"ts\":",
          "\"events\":[",
          "\"ip\":\"1.2.3.4\"",
          "\"event_id\":\"",
          "\u00e9",
          "\ud83d\ude00");

  private final SplittableRandom random;

  FuzzInput(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Whether the bytes are meant to be one request, after which the connection may live on. */
  boolean isFramed() {
    return random.nextInt(50) != 0;
  }

  byte[] framed() {
    byte[] body = body();
    boolean gzip = random.nextInt(4) == 0;
    byte[] sent = gzip ? mutated(EdgeClient.gzip(body), 3) : body;
    StringBuilder head = new StringBuilder(1024);
    head.append(one(METHODS)).append(' ').append(one(PATHS)).append(one(QUERIES));
    head.append(" HTTP/1.1\r\nHost: a\r\n");
    head.append("Content-Type: ").append(one(TYPES)).append("\r\n");
    head.append(gzip ? "Content-Encoding: gzip\r\n" : "");
    for (int n = random.nextInt(4); n > 0; n--) {
      head.append(one(HEADERS)).append("\r\n");
    }
    return random.nextBoolean() ? withLength(head, sent) : inChunks(head, sent);
  }

  /** A request with some bytes wrong anywhere. */
  byte[] broken() {
    return mutated(framed(), 1);
  }

  private static byte[] withLength(StringBuilder head, byte[] body) {
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return joined(head, body, "");
  }

  private static byte[] inChunks(StringBuilder head, byte[] body) {
    head.append("Transfer-Encoding: chunked\r\n\r\n");
    if (body.length == 0) {
      return joined(head, body, "0\r\n\r\n");
    }
    head.append(Integer.toHexString(body.length).toUpperCase(Locale.ROOT)).append("\r\n");
    return joined(head, body, "\r\n0\r\n\r\n");
  }

  private static byte[] joined(StringBuilder head, byte[] body, String end) {
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length + 8);
    request.writeBytes(head.toString().getBytes(ISO_8859_1));
    request.writeBytes(body);
    request.writeBytes(end.getBytes(ISO_8859_1));
    return request.toByteArray();
  }

  private byte[] body() {
    return switch (random.nextInt(6)) {
      case 0 -> EVENT.getBytes(UTF_8);
      case 1 -> mutated(EVENT.getBytes(UTF_8), 0);
      case 2 -> mutated(("{\"events\":[" + EVENT + "," + EVENT + "]}").getBytes(UTF_8), 1);
      case 3 -> tokens();
      case 4 -> mutated((EVENT + "\n" + EVENT).getBytes(UTF_8), 1);
      default -> noise();
    };
  }

  private byte[] tokens() {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(40); n > 0; n--) {
      text.append(one(TOKENS));
    }
    return text.toString().getBytes(UTF_8);
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(300)];
    random.nextBytes(noise);
    return noise;
  }

  /** The same with so many bytes or fewer changed, and perhaps one place cut out or doubled. */
  private byte[] mutated(byte[] original, int rarely) {
    if (original.length == 0 || (rarely > 0 && random.nextInt(rarely + 1) != 0)) {
      return original;
    }
    byte[] changed = original.clone();
    for (int n = random.nextInt(4); n >= 0; n--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    int from = random.nextInt(changed.length);
    int to = from + random.nextInt(changed.length - from);
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    cut.write(changed, 0, random.nextBoolean() ? to : from);
    cut.write(changed, random.nextBoolean() ? to : from, changed.length - to);
    return cut.toByteArray();
  }

  private String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
