package io.tinyanalytics.query.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.Resources;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Serves the OpenAPI document, which describes the reports to programs. */
@Path("/openapi.yaml")
public final class OpenApiResource {
  private final String document;

  /**
   * Loads the document.
   *
   * @throws IllegalArgumentException if the document is not packaged with the service
   */
  public OpenApiResource() {
    try {
      this.document = Resources.toString(Resources.getResource("openapi.yaml"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Produces("application/yaml")
  public String document() {
    return document;
  }
}
