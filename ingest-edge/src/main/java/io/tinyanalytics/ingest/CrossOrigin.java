package io.tinyanalytics.ingest;

import io.tinyanalytics.ingest.settings.CommaList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Lets pages of other origins send events; never with cookies, which are not used. */
final class CrossOrigin {

  private static final String ANY = "*";

  private CrossOrigin() {}

  /**
   * @param origins comma separated, each as the browser sends it; an asterisk is any
   */
  static CrossOriginHandler handler(String origins) {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        CommaList.of(origins).stream()
            .map(origin -> origin.equals(ANY) ? ANY : Pattern.quote(origin))
            .collect(Collectors.toUnmodifiableSet()));
    handler.setAllowedMethods(Set.of("GET", "POST", "OPTIONS"));
    handler.setAllowedHeaders(Set.of("Content-Type", "X-TA-API-Key", "X-TA-Signature"));
    handler.setExposedHeaders(Set.of("Retry-After"));
    handler.setAllowCredentials(false);
    return handler;
  }
}
