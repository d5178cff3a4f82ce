package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.auth.SignedBody;
import org.jspecify.annotations.Nullable;

/**
 * One request, free of HTTP.
 *
 * @param body its bytes and their signature
 * @param apiKey the key that came with it, or null
 * @param sender who sent it
 */
public record Submission(SignedBody body, @Nullable String apiKey, Visitor sender) {

  public Submission {
    requireNonNull(body, "body is null");
    requireNonNull(sender, "sender is null");
  }
}
