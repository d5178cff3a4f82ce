package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.auth.Credentials;

/**
 * One request, independent of HTTP.
 *
 * @param credentials the bytes and the credentials of its sender
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
