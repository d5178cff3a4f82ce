package io.tinyanalytics.ingest.auth;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads the signatures of requests; the stronger one where there are two. */
public final class Signatures {

  /** At a thousand signed requests a second, all that the window of time holds. */
  private static final int MOST_NONCES = 300_000;

  private final Nonces nonces;

  public Signatures(InstantSource clock) {
    this.nonces = new Nonces(clock, MOST_NONCES);
  }

  /**
   * Joins a body and what claims to be its signature; the arrays are taken as they are.
   *
   * @param sent what was sent, and signed
   * @param content the same, unpacked
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
   * What a request says.
   *
   * @param method its method
   * @param target its path and query, as sent
   * @param ofBody the header {@code X-TA-Signature}, or null
   * @param ofRequest the header {@code X-TA-Signature-V2}, or null
   */
  public record Claim(
      String method, String target, @Nullable String ofBody, @Nullable String ofRequest) {}
}
