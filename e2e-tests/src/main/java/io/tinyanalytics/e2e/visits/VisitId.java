package io.tinyanalytics.e2e.visits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The id of a visit, made of the event that opened it. */
final class VisitId {

  private VisitId() {}

  /** The first 64 bits of SHA-256 over the length of the site, the site and the event id. */
  static String of(String siteId, String eventId) {
    byte[] site = siteId.getBytes(UTF_8);
    byte[] event = eventId.getBytes(UTF_8);
    ByteBuffer text = ByteBuffer.allocate(Integer.BYTES + site.length + event.length);
    text.putInt(site.length).put(site).put(event);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.array());
      long id = ByteBuffer.wrap(hash).getLong();
      return id == 0 ? "1" : Long.toUnsignedString(id);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
