package io.tinyanalytics.ingest.collect;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.publish.EventPublisher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says whether this edge has found its topic: 200 from then on, 503 before, and again while it
 * stops. An outage of Kafka does not turn it to 503: all edges share that, and each event is told
 * so by its own answer; to take the edges out of service would hide it from the senders.
 */
public final class HealthzServlet extends HttpServlet {

  private final transient EventPublisher publisher;

  public HealthzServlet(EventPublisher publisher) {
    this.publisher = requireNonNull(publisher, "publisher is null");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ready = publisher.isReady();
    response.setStatus(
        ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType(JsonWriter.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(ready ? OK : NOT_READY);
  }

  private static final byte[] OK = JsonWriter.bytes(json -> json.status("ok"));
  private static final byte[] NOT_READY =
      JsonWriter.bytes(
          json -> json.error("unavailable", "the topic has not been reached in Kafka yet"));
}
