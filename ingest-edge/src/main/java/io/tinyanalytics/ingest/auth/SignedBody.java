package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request and the signature that came with them. Each secret is tried at most once,
 * even for a batch with many events. Not thread-safe.
 */
public final class SignedBody {

  private final byte[] sent;
  private final byte[] content;
  private final @Nullable Signature signature;
  private final Map<String, Boolean> verdicts = new HashMap<>();

  SignedBody(byte[] sent, byte[] content, @Nullable Signature signature) {
    this.sent = requireNonNull(sent, "sent is null");
    this.content = requireNonNull(content, "content is null");
    this.signature = signature;
  }

  /** A body that came without any signature. */
  public static SignedBody unsigned(byte[] content) {
    return new SignedBody(content, content, null);
  }

  /** The array itself, not a copy. */
  public byte[] content() {
    return content;
  }

  boolean hasSignature() {
    return signature != null;
  }

  /** Whether the signature was made with one of the secrets. */
  boolean isSignedWithOneOf(Collection<String> secrets) throws RefusedException {
    for (String secret : secrets) {
      if (isSignedWith(secret)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSignedWith(String secret) throws RefusedException {
    Boolean known = verdicts.get(secret);
    if (known != null) {
      return known;
    }
    boolean verdict = signature != null && signature.isMadeWith(secret, sent);
    verdicts.put(secret, verdict);
    return verdict;
  }
}
