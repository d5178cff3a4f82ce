package io.tinyanalytics.bench.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Complete malicious requests. The edge must refuse each of them. */
final class Attacks {
  private static final int BOMB_BYTES = 200 * 1024 * 1024;
  private static final int ELEMENTS = 10_000_000;
  private static final int DEEP = 500_000;
  private static final String BEGIN = "{\"site_id\":\"site-1\",\"event_name\":\"";

  private Attacks() {}

  static List<byte[]> all() {
    var elements = "{\"events\":[" + "0,".repeat(ELEMENTS) + "0]}";
    return List.of(
        zipped(" ".repeat(BOMB_BYTES)),
        zipped(elements),
        plain(elements),
        plain("[".repeat(DEEP)),
        plain(BEGIN + "e\",\"props\":" + "{\"a\":".repeat(200) + "1" + "}".repeat(200) + "}"),
        plain(BEGIN + "e\",\"event_name\":\"e\"}"),
        plain(BEGIN + "\\ud800\"}"),
        plain(BEGIN + "a\0b\"}"),
        plain("\0".repeat(1000)),
        request("X-Long: " + "x".repeat(64 * 1024) + "\r\n", BEGIN.getBytes(US_ASCII)));
  }

  private static byte[] plain(String body) {
    return request("", body.getBytes(US_ASCII));
  }

  private static byte[] zipped(String body) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return request("Content-Encoding: gzip\r\n", bytes.toByteArray());
  }

  private static byte[] request(String header, byte[] body) {
    var path = body.length > 10_000 ? "/v1/collect/batch" : "/v1/collect";
    var head =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Content-Type: application/json\r
        X-TA-API-Key: dev-site-1-key\r
        %sContent-Length: %d\r
        \r
        """;
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.formatted(path, header, body.length).getBytes(US_ASCII));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
