package io.tinyanalytics.ingest.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Dispatches requests by path. Clients that are slow to send or to read block no thread. */
final class EndpointHandler extends Handler.Abstract.NonBlocking {

  private final Map<String, Endpoint> endpoints;

  /**
   * @param endpoints by path
   */
  EndpointHandler(Map<String, Endpoint> endpoints) {
    this.endpoints = Map.copyOf(endpoints);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Endpoint endpoint = endpoints.get(Request.getPathInContext(request));
    if (endpoint == null) {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
    } else if (endpoint.methods().contains(request.getMethod())) {
      PendingAnswer.give(endpoint.take(request), request, response, callback);
    } else {
      refuseMethod(endpoint, request, response, callback);
    }
    return true;
  }

  private static void refuseMethod(
      Endpoint endpoint, Request request, Response response, Callback callback) {
    response
        .getHeaders()
        .put(HttpHeader.ALLOW, String.join(", ", endpoint.methods()) + ", OPTIONS");
    if (HttpMethod.OPTIONS.is(request.getMethod())) {
      response.setStatus(HttpStatus.NO_CONTENT_204);
      callback.succeeded();
    } else {
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    }
  }
}
