package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the edge needs to know of a site.
 *
 * @param key goes with each of its events
 * @param hmacSecret when set, each of its events must be signed; null asks for no signature
 * @param serverSecret signs for a server that speaks for its visitors; null if none does
 */
record Site(ApiKey key, @Nullable String hmacSecret, @Nullable String serverSecret) {

  Site {
    requireNonNull(key, "key is null");
  }

  @Override
  public String toString() {
    return "Site";
  }
}
