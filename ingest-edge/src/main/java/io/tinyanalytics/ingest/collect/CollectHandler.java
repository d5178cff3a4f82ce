package io.tinyanalytics.ingest.collect;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers the paths that take events, and passes on all others. It stands before the servlets: they
 * would hold a thread for every sender that is slow to send its body.
 */
public final class CollectHandler extends Handler.Wrapper {

  private final Map<String, Endpoint> endpoints;

  /**
   * @param endpoints by path
   */
  CollectHandler(Map<String, Endpoint> endpoints) {
    this.endpoints = Map.copyOf(endpoints);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Endpoint endpoint = endpoints.get(Request.getPathInContext(request));
    if (endpoint == null) {
      return super.handle(request, response, callback);
    }
    if (request.getMethod().equals(endpoint.method())) {
      PendingAnswer.give(endpoint.take(request), request, response, callback);
      return true;
    }
    response.getHeaders().put(HttpHeader.ALLOW, endpoint.method() + ", OPTIONS");
    if (HttpMethod.OPTIONS.is(request.getMethod())) {
      response.setStatus(HttpStatus.NO_CONTENT_204);
      callback.succeeded();
    } else {
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    }
    return true;
  }
}
