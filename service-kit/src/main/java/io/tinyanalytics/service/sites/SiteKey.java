package io.tinyanalytics.service.sites;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key of a site, held as its SHA-256 only, so that it cannot be printed. Comparing two keys takes
 * the same time wherever they differ ({@link HashCode#equals}).
 */
public record SiteKey(HashCode digest) {

  private static final String HASHED = "sha256:";
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public SiteKey {
    requireNonNull(digest, "digest is null");
  }

  /** A key as a caller sends it. */
  public static SiteKey of(String key) {
    return new SiteKey(Hashing.sha256().hashString(key, UTF_8));
  }

  /**
   * A key as the sites file has it: the key itself, or {@code sha256:} and its digest in lower
   * case. Empty if the digest is malformed.
   */
  public static Optional<SiteKey> ofFile(String text) {
    if (!text.startsWith(HASHED)) {
      return Optional.of(of(text));
    }
    String digest = text.substring(HASHED.length());
    return DIGEST.matcher(digest).matches()
        ? Optional.of(new SiteKey(HashCode.fromString(digest)))
        : Optional.empty();
  }
}
