package io.tinyanalytics.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identifies one event across all sites with 128 bits: the first bits of SHA-256 over site and
 * event id. Two events with the same key are the same event.
 *
 * @param high the key of the shuffle and of the state
 * @param low distinguishes events with the same {@code high}
 */
public record EventKey(long high, long low) {

  /** The key of the event with this id within this site. */
  public static EventKey of(String siteId, String eventId) {
    requireNonNull(siteId, "siteId is null");
    requireNonNull(eventId, "eventId is null");
    MessageDigest sha256 = sha256();
    byte[] site = siteId.getBytes(UTF_8);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, site.length));
    sha256.update(site);
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(eventId.getBytes(UTF_8)));
    return new EventKey(digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
