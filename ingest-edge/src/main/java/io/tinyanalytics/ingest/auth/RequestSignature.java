package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code X-TA-Signature-V2}: {@code t=<unix seconds>,n=<nonce>,v1=<hex>}, where {@code v1} is the
 * HMAC-SHA256 of method, path with query, t and n, each followed by a line feed, and of the body.
 * It is valid once, and only for a limited time.
 */
final class RequestSignature implements Signature {

  private static final Pattern FORM =
      Pattern.compile("t=([0-9]{1,12}),n=([A-Za-z0-9_-]{8,64}),v1=([0-9a-f]{64})");

  private final String header;
  private final String method;
  private final String target;
  private final Nonces nonces;

  /**
   * @param target the path and the query, as sent
   */
  RequestSignature(String header, String method, String target, Nonces nonces) {
    this.header = requireNonNull(header, "header is null");
    this.method = requireNonNull(method, "method is null");
    this.target = requireNonNull(target, "target is null");
    this.nonces = requireNonNull(nonces, "nonces is null");
  }

  @Override
  public boolean isMadeWith(String secret, byte[] sent) throws RefusedException {
    Matcher parts = FORM.matcher(header);
    if (!parts.matches()) {
      throw refused("X-TA-Signature-V2 must be t=seconds,n=nonce,v1=64 hexadecimal digits");
    }
    long seconds = Long.parseLong(parts.group(1));
    if (!nonces.isTimely(seconds)) {
      throw refused(
          "t in X-TA-Signature-V2 is too far from the current time; set the clock and sign again");
    }
    String head = String.join("\n", method, target, parts.group(1), parts.group(2), "");
    byte[] expected = hmac(secret, head.getBytes(UTF_8), sent);
    if (!MessageDigest.isEqual(expected, parts.group(3).getBytes(US_ASCII))) {
      return false;
    }
    if (!nonces.use(secret, parts.group(2), seconds)) {
      throw refused("n in X-TA-Signature-V2 was used before; sign again with another one");
    }
    return true;
  }

  private static byte[] hmac(String secret, byte[] head, byte[] body) {
    return Hashing.hmacSha256(secret.getBytes(UTF_8))
        .newHasher()
        .putBytes(head)
        .putBytes(body)
        .hash()
        .toString()
        .getBytes(US_ASCII);
  }

  private static RefusedException refused(String sentence) {
    return new RefusedException(RefusalCode.INVALID_SIGNATURE, sentence);
  }
}
