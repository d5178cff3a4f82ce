package io.tinyanalytics.ingest.http;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;

/** Serves the OpenAPI description of the public paths; a test compares it with real answers. */
final class OpenApiEndpoint implements Endpoint {

  private static final Answer DOCUMENT = Answer.ok("application/yaml", document());

  private static byte[] document() {
    try {
      return Resources.toByteArray(Resources.getResource("openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException("the service's own jar cannot be read", e);
    }
  }

  @Override
  public List<String> methods() {
    return List.of("GET", "HEAD");
  }

  @Override
  public CompletableFuture<Answer> take(Request request) {
    return CompletableFuture.completedFuture(DOCUMENT);
  }
}
