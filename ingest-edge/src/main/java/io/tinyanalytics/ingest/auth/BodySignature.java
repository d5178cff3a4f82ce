package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.security.MessageDigest;

/** {@code X-TA-Signature}: the HMAC-SHA256 of the body. Whoever sees it once can send it again. */
final class BodySignature implements Signature {

  private final byte[] claimed;

  /**
   * @param header 64 lowercase hexadecimal digits, or anything else that the sender wrote
   */
  BodySignature(String header) {
    this.claimed = header.getBytes(UTF_8);
  }

  @Override
  public boolean isMadeWith(String secret, byte[] sent) {
    String expected = Hashing.hmacSha256(secret.getBytes(UTF_8)).hashBytes(sent).toString();
    return MessageDigest.isEqual(expected.getBytes(US_ASCII), claimed);
  }
}
