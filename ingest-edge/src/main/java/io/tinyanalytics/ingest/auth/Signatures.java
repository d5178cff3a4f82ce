package io.tinyanalytics.ingest.auth;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads the signatures of requests. If there are two, it uses the stronger one. */
public final class Signatures {

  /** Enough for a thousand signed requests per second over the whole time window. */
  private static final int MOST_NONCES = 300_000;

  private final Nonces nonces;

  public Signatures(InstantSource clock) {
    this.nonces = new Nonces(clock, MOST_NONCES);
  }

  /**
   * Combines a body with the signature that came with it. The arrays are not copied.
   *
   * @param sent the body as sent, which is what is signed
   * @param content the same body, decompressed
   */
  public SignedBody body(byte[] sent, byte[] content, Claim claim) {
    return new SignedBody(sent, content, signature(claim));
  }

  private @Nullable Signature signature(Claim claim) {
    if (claim.ofRequest() != null) {
      return new RequestSignature(claim.ofRequest(), claim.method(), claim.target(), nonces);
    }
    return claim.ofBody() == null ? null : new BodySignature(claim.ofBody());
  }

  /**
   * The parts of a request that matter for its signature.
   *
   * @param method the HTTP method
   * @param target the path and the query, as sent
   * @param ofBody the header {@code X-TA-Signature}, or null
   * @param ofRequest the header {@code X-TA-Signature-V2}, or null
   */
  public record Claim(
      String method, String target, @Nullable String ofBody, @Nullable String ofRequest) {}
}
