package io.tinyanalytics.ingest.metrics;

import java.util.Set;
import org.eclipse.jetty.server.Request;

/** Names requests by closed lists of words; all that senders make up is {@code other}. */
public final class RequestLabels {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST");

  private final Set<String> paths;

  public RequestLabels(Set<String> paths) {
    this.paths = Set.copyOf(paths);
  }

  String method(Request request) {
    return label(METHODS, request.getMethod());
  }

  String path(Request request) {
    return label(paths, Request.getPathInContext(request));
  }

  private static String label(Set<String> known, String value) {
    return known.contains(value) ? value : "other";
  }
}
