package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.http.body.Bodies;
import io.tinyanalytics.ingest.http.body.BodyReader;
import io.tinyanalytics.ingest.http.body.Encoding;
import io.tinyanalytics.ingest.intake.EventIntake;
import io.tinyanalytics.ingest.intake.Submission;
import io.tinyanalytics.ingest.intake.Visitor;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.server.Request;

/** A path that accepts events in the body of a request. */
final class PostEndpoint implements Endpoint {

  private final EventIntake intake;
  private final RequestReader reader;
  private final Bodies bodies;
  private final Map<String, Collector> collectors;

  /**
   * @param collectors by media type
   */
  PostEndpoint(
      EventIntake intake, RequestReader reader, Bodies bodies, Map<String, Collector> collectors) {
    this.intake = requireNonNull(intake, "intake is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.bodies = requireNonNull(bodies, "bodies is null");
    this.collectors = Map.copyOf(collectors);
  }

  @Override
  public List<String> methods() {
    return List.of("POST");
  }

  @Override
  public CompletableFuture<Answer> take(Request request) {
    try {
      Visitor sender = reader.sender(request);
      Collector collector = collector(request);
      Encoding encoding = Encoding.of(request);
      BodyReader body = bodies.read(request);
      return body.bytes()
          .thenCompose(sent -> collect(request, sender, sent, encoding, collector))
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
      Request request, Visitor sender, byte[] sent, Encoding encoding, Collector collector) {
    try {
      byte[] content = encoding.decode(sent, bodies.limit());
      return collector.collect(new Submission(reader.credentials(request, sent, content), sender));
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
