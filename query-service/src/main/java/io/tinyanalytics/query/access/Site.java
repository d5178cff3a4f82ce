package io.tinyanalytics.query.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What the query service needs to know of a site.
 *
 * @param readKey opens the site's figures; null where no key does
 * @param publicStats whether the figures are open without a key
 */
record Site(@Nullable String readKey, boolean publicStats) {

  /** Takes a time that does not depend on where the two keys begin to differ. */
  boolean opensWith(String key) {
    return readKey != null
        && MessageDigest.isEqual(
            readKey.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Site[publicStats=" + publicStats + "]";
  }
}
