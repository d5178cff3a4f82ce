package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.ingest.auth.Credentials;
import io.tinyanalytics.ingest.auth.SignedBody;
import io.tinyanalytics.ingest.intake.EventIntake;
import io.tinyanalytics.ingest.intake.Submission;
import io.tinyanalytics.ingest.intake.Visitor;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * An image whose URL describes an event, for pages without scripts. It cannot be signed, so a site
 * that requires signatures accepts no event from it.
 */
final class PixelEndpoint implements Endpoint {

  private static final String EVENT_NAME = "event_name";
  private static final String URL = "url";
  private static final String TIME = "ts";

  private static final List<String> FIELDS =
      List.of(
          "site_id",
          EVENT_NAME,
          "event_id",
          URL,
          "referrer",
          "user_id",
          "session_id",
          TIME,
          "screen",
          "language");

  private final EventIntake intake;
  private final RequestReader reader;
  private final Collector collector;

  PixelEndpoint(EventIntake intake, RequestReader reader, Collector collector) {
    this.intake = requireNonNull(intake, "intake is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.collector = requireNonNull(collector, "collector is null");
  }

  @Override
  public List<String> methods() {
    return List.of("GET");
  }

  @Override
  public CompletableFuture<Answer> take(Request request) {
    try {
      return collector.collect(submission(request));
    } catch (RefusedException refused) {
      return CompletableFuture.completedFuture(Answer.of(intake.refuse(refused.refusal())));
    }
  }

  private Submission submission(Request request) throws RefusedException {
    Visitor sender = reader.sender(request);
    Query query = Query.of(request);
    byte[] event = event(query, request.getHeaders().get(HttpHeader.REFERER));
    return new Submission(
        new Credentials(query.value("key"), null, SignedBody.unsigned(event)), sender);
  }

  /**
   * @param page the page that shows the image, from the Referer header
   */
  private static byte[] event(Query query, @Nullable String page) throws RefusedException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(EVENT_NAME, ClientEvent.PAGEVIEW);
    if (page != null) {
      fields.put(URL, page);
    }
    for (String name : FIELDS) {
      String value = query.value(name);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return JsonWriter.bytes(json -> json.event(fields, TIME));
  }
}
