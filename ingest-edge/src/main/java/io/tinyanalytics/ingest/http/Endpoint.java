package io.tinyanalytics.ingest.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;

/** One path. */
interface Endpoint {

  /** The methods that it takes, beside OPTIONS. */
  List<String> methods();

  /** Takes what the request brings, without holding a thread while anybody is waited for. */
  CompletableFuture<Answer> take(Request request);
}
