package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The credentials that came with a request.
 *
 * @param apiKey the API key, or null if there is none
 * @param origin the origin of the page that sent the request, as reported by the browser; null from
 *     a server
 * @param body the bytes of the request and their signature
 */
public record Credentials(@Nullable String apiKey, @Nullable String origin, SignedBody body) {

  public Credentials {
    requireNonNull(body, "body is null");
  }

  @Override
  public String toString() {
    return "Credentials";
  }
}
