package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request and what claims to be their signature. Each secret is tried at most once,
 * however many events of a batch ask; one thread at a time.
 */
public final class SignedBody {

  private final byte[] sent;
  private final byte[] content;
  private final byte @Nullable [] signature;
  private final Map<String, Boolean> verdicts = new HashMap<>();

  /**
   * Takes the arrays as they are, without a copy.
   *
   * @param sent what was sent, and signed
   * @param content the same, unpacked
   * @param signature 64 lowercase hexadecimal digits, anything else that the sender wrote, or null
   */
  public SignedBody(byte[] sent, byte[] content, @Nullable String signature) {
    this.sent = requireNonNull(sent, "sent is null");
    this.content = requireNonNull(content, "content is null");
    this.signature = signature == null ? null : signature.getBytes(UTF_8);
  }

  /** A body that came without any signature. */
  public static SignedBody unsigned(byte[] content) {
    return new SignedBody(content, content, null);
  }

  /** The array itself. */
  public byte[] content() {
    return content;
  }

  boolean hasSignature() {
    return signature != null;
  }

  /** Whether the signature is the HMAC-SHA256 of the body under the secret; false for no secret. */
  boolean isSignedWith(@Nullable String secret) {
    return secret != null && verdicts.computeIfAbsent(secret, this::matches);
  }

  private boolean matches(String secret) {
    String expected = Hashing.hmacSha256(secret.getBytes(UTF_8)).hashBytes(sent).toString();
    return signature != null && MessageDigest.isEqual(expected.getBytes(US_ASCII), signature);
  }
}
