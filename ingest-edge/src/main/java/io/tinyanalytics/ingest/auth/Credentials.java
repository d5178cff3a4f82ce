package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a request says for its sender.
 *
 * @param apiKey the key that came with it, or null
 * @param origin the origin of the page that sent it, as its browser tells; null from a server
 * @param body its bytes and their signature
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
