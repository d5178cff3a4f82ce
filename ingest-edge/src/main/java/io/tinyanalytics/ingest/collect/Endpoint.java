package io.tinyanalytics.ingest.collect;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;

/** One path that takes events. */
interface Endpoint {

  /** The one method that brings events. */
  String method();

  /** Takes what the request brings, without holding a thread while anybody is waited for. */
  CompletableFuture<Answer> take(Request request);
}
