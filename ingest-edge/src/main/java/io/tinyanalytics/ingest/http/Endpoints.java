package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.http.body.Bodies;
import io.tinyanalytics.ingest.intake.BatchFormat;
import io.tinyanalytics.ingest.intake.EventIntake;
import io.tinyanalytics.ingest.limits.InFlight;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;

/** The paths of the public port, and the media types that each accepts. */
public final class Endpoints {

  public static final String COLLECT = "/v1/collect";
  public static final String COLLECT_BATCH = "/v1/collect/batch";
  public static final String PIXEL = "/v1/pixel.gif";
  public static final String HEALTHZ = "/healthz";
  public static final String OPENAPI = "/openapi.yaml";

  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  /** Also JSON: {@code sendBeacon} can send this type without a preflight request. */
  private static final String TEXT = "text/plain";

  private final EventIntake intake;
  private final RequestReader reader;
  private final Duration patience;
  private final BooleanSupplier ready;

  /**
   * Describes the paths.
   *
   * @param patience how long to wait for the outcome of events before the answer is 503
   * @param ready whether events are accepted
   */
  public Endpoints(
      EventIntake intake, RequestReader reader, Duration patience, BooleanSupplier ready) {
    this.intake = requireNonNull(intake, "intake is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.patience = requireNonNull(patience, "patience is null");
    this.ready = requireNonNull(ready, "ready is null");
  }

  /**
   * Answers all of these paths, and every other one with 404.
   *
   * @param bodyDeadline how long a body may take to arrive
   * @param bodyMemory the most memory of all bodies together
   */
  public Handler handler(Duration bodyDeadline, InFlight bodyMemory) {
    Bodies events = new Bodies(EventLimits.EVENT_BYTES, bodyDeadline, bodyMemory);
    Bodies batches = new Bodies(EventLimits.BODY_BYTES, bodyDeadline, bodyMemory);
    return new EndpointHandler(
        Map.of(
            COLLECT, new PostEndpoint(intake, reader, events, oneEvent()),
            COLLECT_BATCH, new PostEndpoint(intake, reader, batches, manyEvents()),
            PIXEL, new PixelEndpoint(intake, reader, event(Answer::image)),
            HEALTHZ, new HealthzEndpoint(ready),
            OPENAPI, new OpenApiEndpoint()));
  }

  private Map<String, Collector> oneEvent() {
    Collector event = event(Answer::of);
    return Map.of(JSON, event, TEXT, event);
  }

  private Map<String, Collector> manyEvents() {
    Collector batch = batch(EventJson::readBatch);
    return Map.of(JSON, batch, TEXT, batch, LINES, batch(EventJson::readBatchLines));
  }

  private Collector event(Answer.OfReceipt answer) {
    return submission ->
        intake.collect(submission).thenApply(answer::of).orTimeout(millis(), TimeUnit.MILLISECONDS);
  }

  private Collector batch(BatchFormat format) {
    return submission ->
        intake
            .collectBatch(submission, format)
            .thenApply(Answer::of)
            .orTimeout(millis(), TimeUnit.MILLISECONDS);
  }

  private long millis() {
    return patience.toMillis();
  }
}
