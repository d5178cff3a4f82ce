package io.tinyanalytics.ingest.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what no endpoint answers (unknown paths, other methods, requests that are no HTTP,
 * exceptions) in the same form. It tells the status and nothing of the cause.
 */
public final class JsonErrorHandler extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      @Nullable Throwable cause,
      Callback callback) {
    String sentence = HttpStatus.getMessage(status).toLowerCase(Locale.ROOT);
    String code =
        switch (status) {
          case HttpStatus.INTERNAL_SERVER_ERROR_500 -> "internal_error";
          case HttpStatus.SERVICE_UNAVAILABLE_503 -> "unavailable";
          default -> sentence.replaceAll("[^a-z]+", "_");
        };
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, Answer.RETRY_AFTER);
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, JsonWriter.MEDIA_TYPE);
    byte[] body = JsonWriter.bytes(json -> json.error(code, sentence));
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
