package io.tinyanalytics.ingest.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;

/** Answers the requests to one path. */
interface Endpoint {

  /** The methods that it accepts, besides OPTIONS. */
  List<String> methods();

  /** Answers a request, without blocking a thread while it waits. */
  CompletableFuture<Answer> take(Request request);
}
