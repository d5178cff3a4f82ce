package io.tinyanalytics.query.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the query service needs to know of a site.
 *
 * @param readKey opens the site's figures, or is {@code sha256:} and the digits of its hash; null
 *     where no key does
 * @param publicStats whether the figures are open without a key
 */
record Site(@Nullable String readKey, boolean publicStats) {

  private static final String HASHED = "sha256:";

  /** Takes a time that does not depend on where the two keys begin to differ. */
  boolean opensWith(String key) {
    if (readKey == null) {
      return false;
    }
    String shown = readKey.startsWith(HASHED) ? HASHED + sha256(key) : key;
    return MessageDigest.isEqual(readKey.getBytes(UTF_8), shown.getBytes(UTF_8));
  }

  private static String sha256(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Site[publicStats=" + publicStats + "]";
  }
}
