package io.tinyanalytics.service.telemetry;

import java.util.Set;
import org.eclipse.jetty.server.Request;

/** Labels of requests, from closed lists; everything else that clients send is {@code other}. */
public final class RequestLabels {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST");

  private final Set<String> paths;

  /**
   * Sets the paths that are labels.
   *
   * @param paths of the service
   */
  public RequestLabels(Set<String> paths) {
    this.paths = Set.copyOf(paths);
  }

  public String method(Request request) {
    return label(METHODS, request.getMethod());
  }

  public String path(Request request) {
    return label(paths, Request.getPathInContext(request));
  }

  private static String label(Set<String> known, String value) {
    return known.contains(value) ? value : "other";
  }
}
