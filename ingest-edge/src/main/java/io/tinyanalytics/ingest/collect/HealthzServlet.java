package io.tinyanalytics.ingest.collect;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Says whether this edge takes events: 200 once it has found its topics, 503 before, and again
 * while it stops. An outage of Kafka does not turn it to 503: all edges share that, and each event
 * is told so by its own answer; to take the edges out of service would hide it from the senders.
 */
public final class HealthzServlet extends HttpServlet {

  private final transient BooleanSupplier ready;

  public HealthzServlet(BooleanSupplier ready) {
    this.ready = requireNonNull(ready, "ready is null");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean yes = ready.getAsBoolean();
    response.setStatus(
        yes ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType(JsonWriter.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(yes ? OK : NOT_READY);
  }

  private static final byte[] OK = JsonWriter.bytes(json -> json.status("ok"));
  private static final byte[] NOT_READY =
      JsonWriter.bytes(
          json ->
              json.error(
                  "unavailable", "the edge has not found its topics in Kafka yet, or is stopping"));
}
