package io.tinyanalytics.query;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Lets dashboards of other origins read the reports; never with cookies, which are not used. */
final class CrossOrigin {
  private static final String ANY = "*";

  private CrossOrigin() {}

  /**
   * @param origins comma separated; an asterisk is any
   */
  static CrossOriginHandler handler(String origins) {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        Arrays.stream(origins.split(",", -1))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .map(origin -> origin.equals(ANY) ? ANY : Pattern.quote(origin))
            .collect(Collectors.toUnmodifiableSet()));
    handler.setAllowedMethods(Set.of("GET"));
    handler.setAllowedHeaders(Set.of("X-TA-API-Key", "Cache-Control"));
    handler.setAllowCredentials(false);
    return handler;
  }
}
