package io.tinyanalytics.ingest.collect;

import com.google.common.io.Resources;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Shows the description of these paths for programs; a test holds them to it. */
public final class OpenApiServlet extends HttpServlet {

  private static final byte[] DOCUMENT = document();

  private static byte[] document() {
    try {
      return Resources.toByteArray(Resources.getResource("openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException("the service's own jar cannot be read", e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/yaml");
    response.setContentLength(DOCUMENT.length);
    response.getOutputStream().write(DOCUMENT);
  }
}
