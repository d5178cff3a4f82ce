package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Request;

/**
 * Says whether this edge accepts events: 503 until it has found its topics, then 200, and 503 again
 * while it stops. It stays 200 during an outage of Kafka. That affects all edges, and each event is
 * answered with a separate 503; taking all edges out of service would only hide the outage.
 */
final class HealthzEndpoint implements Endpoint {

  private static final Answer OK =
      Answer.ok(JsonWriter.MEDIA_TYPE, JsonWriter.bytes(JsonWriter::ok));
  private static final Answer NOT_READY =
      Answer.of(
          new Refusal(
              RefusalCode.UNAVAILABLE,
              "the edge has not found its topics in Kafka yet, or is stopping"));

  private final BooleanSupplier ready;

  HealthzEndpoint(BooleanSupplier ready) {
    this.ready = requireNonNull(ready, "ready is null");
  }

  @Override
  public List<String> methods() {
    return List.of("GET", "HEAD");
  }

  @Override
  public CompletableFuture<Answer> take(Request request) {
    return CompletableFuture.completedFuture(ready.getAsBoolean() ? OK : NOT_READY);
  }
}
