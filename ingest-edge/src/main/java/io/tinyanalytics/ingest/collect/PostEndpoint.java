package io.tinyanalytics.ingest.collect;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.intake.BatchFormat;
import io.tinyanalytics.ingest.intake.EventIntake;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/** A path that takes events in the body of a request. */
final class PostEndpoint implements Endpoint {

  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  /** JSON too: {@code sendBeacon} sends no other type without asking first. */
  private static final String TEXT = "text/plain";

  private final EventIntake intake;
  private final Bodies bodies;
  private final Map<String, Collector> collectors;
  private final int bodyLimit;
  private final Duration patience;

  private PostEndpoint(
      EventIntake intake,
      Bodies bodies,
      Map<String, Collector> collectors,
      int bodyLimit,
      Duration patience) {
    this.intake = requireNonNull(intake, "intake is null");
    this.bodies = requireNonNull(bodies, "bodies is null");
    this.collectors = Map.copyOf(collectors);
    this.bodyLimit = bodyLimit;
    this.patience = requireNonNull(patience, "patience is null");
  }

  /** Takes one event a request. */
  static PostEndpoint forEvents(EventIntake intake, Bodies bodies, Duration patience) {
    Collector json = submission -> intake.collect(submission).thenApply(Answer::of);
    return new PostEndpoint(
        intake, bodies, Map.of(JSON, json, TEXT, json), EventLimits.EVENT_BYTES, patience);
  }

  /** Takes a batch a request, as JSON or as NDJSON. */
  static PostEndpoint forBatches(EventIntake intake, Bodies bodies, Duration patience) {
    Collector json = batches(intake, EventJson::readBatch);
    Collector lines = batches(intake, EventJson::readBatchLines);
    return new PostEndpoint(
        intake,
        bodies,
        Map.of(JSON, json, TEXT, json, LINES, lines),
        EventLimits.BODY_BYTES,
        patience);
  }

  private static Collector batches(EventIntake intake, BatchFormat format) {
    return submission -> intake.collectBatch(submission, format).thenApply(Answer::of);
  }

  @Override
  public String method() {
    return HttpMethod.POST.asString();
  }

  @Override
  public CompletableFuture<Answer> take(Request request) {
    try {
      Collector collector = collector(request);
      Encoding encoding = Encoding.of(request);
      BodyReader body = bodies.read(request, bodyLimit);
      return body.bytes()
          .thenCompose(bytes -> collect(request, bytes, encoding, collector))
          .exceptionallyCompose(this::refuse)
          .whenComplete((answer, failure) -> body.giveBack());
    } catch (RefusedException refused) {
      return refuse(refused);
    }
  }

  private Collector collector(Request request) throws RefusedException {
    Collector collector = collectors.get(RequestReader.mediaType(request));
    if (collector == null) {
      throw new RefusedException(
          RefusalCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type must be " + String.join(" or ", new TreeSet<>(collectors.keySet())));
    }
    return collector;
  }

  private CompletionStage<Answer> collect(
      Request request, byte[] sent, Encoding encoding, Collector collector) {
    try {
      byte[] content = encoding.decode(sent, bodyLimit);
      return collector
          .collect(RequestReader.submission(request, sent, content))
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RefusedException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private CompletableFuture<Answer> refuse(Throwable failure) {
    return RefusedException.in(failure)
        .map(refusal -> CompletableFuture.completedFuture(Answer.of(intake.refuse(refusal))))
        .orElseGet(() -> CompletableFuture.failedFuture(failure));
  }
}
