package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.auth.Credentials;

/**
 * One request, free of HTTP.
 *
 * @param credentials its bytes, and what speaks for its sender
 * @param sender who sent it
 */
public record Submission(Credentials credentials, Visitor sender) {

  public Submission {
    requireNonNull(credentials, "credentials is null");
    requireNonNull(sender, "sender is null");
  }

  byte[] content() {
    return credentials.body().content();
  }
}
