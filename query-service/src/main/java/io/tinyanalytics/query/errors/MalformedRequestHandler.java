package io.tinyanalytics.query.errors;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the web server refuses before any resource sees it, such as an address that cannot
 * be decoded; the server's own page is HTML and repeats the address.
 */
public final class MalformedRequestHandler extends ErrorHandler {
  private static final String BODY =
      "{\"error\":\"The request cannot be understood.\",\"code\":\"bad_request\"}";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(response, true, BODY, callback);
  }
}
