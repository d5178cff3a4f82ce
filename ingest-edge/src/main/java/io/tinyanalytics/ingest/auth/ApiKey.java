package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A site's public key, known by its SHA-256 alone, so that it cannot be printed. Two are compared
 * in a time that says nothing about where they differ ({@link HashCode#equals}).
 */
record ApiKey(HashCode digest) {

  private static final String HASHED = "sha256:";
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  ApiKey {
    requireNonNull(digest, "digest is null");
  }

  static ApiKey of(String key) {
    return new ApiKey(Hashing.sha256().hashString(key, UTF_8));
  }

  /** Reads a key as the sites file gives it; empty if it is a hash that is none. */
  static Optional<ApiKey> ofFile(String text) {
    if (!text.startsWith(HASHED)) {
      return Optional.of(of(text));
    }
    String digest = text.substring(HASHED.length());
    return DIGEST.matcher(digest).matches()
        ? Optional.of(new ApiKey(HashCode.fromString(digest)))
        : Optional.empty();
  }
}
