package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;

/**
 * A site's public key, known by its SHA-256 alone, so that it cannot be printed. Two are compared
 * in a time that says nothing about where they differ ({@link HashCode#equals}).
 */
record ApiKey(HashCode digest) {

  ApiKey {
    requireNonNull(digest, "digest is null");
  }

  static ApiKey of(String key) {
    return new ApiKey(Hashing.sha256().hashString(key, UTF_8));
  }
}
