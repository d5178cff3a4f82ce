package io.tinyanalytics.ingest.collect;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.intake.BatchFormat;
import io.tinyanalytics.ingest.intake.EventIntake;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * One path that takes events. It is a plain servlet, since this is the path that must be fast, and
 * holds no thread while Kafka is asked.
 */
public final class CollectServlet extends HttpServlet {

  private static final String METHODS = "POST, OPTIONS";

  private final transient EventIntake intake;
  private final transient Map<String, Collector> collectors;
  private final transient Duration patience;
  private final int bodyLimit;

  private CollectServlet(
      EventIntake intake, Map<String, Collector> collectors, int bodyLimit, Duration patience) {
    this.intake = requireNonNull(intake, "intake is null");
    this.collectors = Map.copyOf(collectors);
    this.bodyLimit = bodyLimit;
    this.patience = requireNonNull(patience, "patience is null");
  }

  /**
   * Takes one event a request.
   *
   * @param patience after which a request is answered as unavailable, whatever happens to it
   */
  public static CollectServlet forEvents(EventIntake intake, Duration patience) {
    Collector json = submission -> intake.collect(submission).thenApply(Answer::of);
    return new CollectServlet(
        intake, Map.of("application/json", json), EventLimits.EVENT_BYTES, patience);
  }

  /** Takes a batch a request, as JSON or as NDJSON. */
  public static CollectServlet forBatches(EventIntake intake, Duration patience) {
    return new CollectServlet(
        intake,
        Map.of(
            "application/json", batches(intake, EventJson::readBatch),
            "application/x-ndjson", batches(intake, EventJson::readBatchLines)),
        EventLimits.BODY_BYTES,
        patience);
  }

  private static Collector batches(EventIntake intake, BatchFormat format) {
    return submission -> intake.collectBatch(submission, format).thenApply(Answer::of);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "POST" -> PendingAnswer.give(answer(request), request, response, patience);
      case "OPTIONS" -> {
        response.setHeader("Allow", METHODS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        response.setHeader("Allow", METHODS);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  private CompletableFuture<Answer> answer(HttpServletRequest request) throws IOException {
    try {
      Collector collector = collector(request);
      return collector.collect(RequestReader.submission(request, bodyLimit));
    } catch (RefusedException refused) {
      return CompletableFuture.completedFuture(Answer.of(intake.refuse(refused.refusal())));
    }
  }

  private Collector collector(HttpServletRequest request) throws RefusedException {
    Collector collector = collectors.get(RequestReader.mediaType(request));
    if (collector == null) {
      throw new RefusedException(
          RefusalCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type must be " + String.join(" or ", new TreeSet<>(collectors.keySet())));
    }
    return collector;
  }
}
