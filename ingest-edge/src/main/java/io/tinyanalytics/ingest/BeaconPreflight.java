package io.tinyanalytics.ingest;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets browsers send a beacon whose body is a {@code Blob} of JSON. {@code sendBeacon} sends
 * cookies, so its preflight must allow credentials; it counts only beside an allowed origin. The
 * edge reads no cookie, and its answer to the event itself does not allow credentials: no page can
 * read an answer to a request that carried any.
 */
final class BeaconPreflight extends Handler.Wrapper {

  BeaconPreflight(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (HttpMethod.OPTIONS.is(request.getMethod())
        && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD)) {
      response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    return super.handle(request, response, callback);
  }
}
