package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Request;

/**
 * Says whether this edge takes events: 200 once it has found its topics, 503 before, and again
 * while it stops. An outage of Kafka does not turn it to 503: all edges share that, and each event
 * is told so by its own answer; to take the edges out of service would hide it from the senders.
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
