package io.tinyanalytics.bench.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tinyanalytics.bench.events.SampleEvents;
import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventJson;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Requests like those of browsers, created before the measurement.
 *
 * @param bytes one complete request each
 * @param events the number of events in each request
 */
record Requests(List<ByteBuffer> bytes, int events) {
  private static final int KINDS = 500;
  private static final int BATCH = 100;

  static Requests single() {
    return new Requests(
        IntStream.range(0, KINDS).mapToObj(n -> request("/v1/collect", event(n))).toList(), 1);
  }

  static Requests batches() {
    return new Requests(
        IntStream.range(0, KINDS / 10)
            .mapToObj(n -> request("/v1/collect/batch", batch(n * BATCH)))
            .toList(),
        BATCH);
  }

  ByteBuffer get(long number) {
    return bytes.get((int) (number % bytes.size()));
  }

  private static byte[] batch(int first) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"events\":[".getBytes(US_ASCII));
    for (int n = first; n < first + BATCH; n++) {
      if (n > first) {
        body.write(',');
      }
      body.writeBytes(event(n));
    }
    body.writeBytes("]}".getBytes(US_ASCII));
    return body.toByteArray();
  }

  private static byte[] event(int number) {
    var event = SampleEvents.event(number).event();
    var ours =
        new ClientEvent(
            "site-1",
            event.eventName(),
            event.url(),
            event.referrer(),
            event.userId(),
            event.sessionId(),
            event.tsMillis(),
            event.props(),
            event.screen(),
            event.language());
    return EventJson.write(new CollectedEvent(ours, null, null, null));
  }

  private static ByteBuffer request(String path, byte[] body) {
    var request = new ByteArrayOutputStream();
    var head =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r
        Accept-Language: en-US,en;q=0.8\r
        Content-Type: application/json\r
        X-TA-API-Key: dev-site-1-key\r
        Content-Length: %d\r
        \r
        """;
    request.writeBytes(head.formatted(path, body.length).getBytes(US_ASCII));
    request.writeBytes(body);
    return ByteBuffer.allocateDirect(request.size()).put(request.toByteArray()).flip();
  }
}
