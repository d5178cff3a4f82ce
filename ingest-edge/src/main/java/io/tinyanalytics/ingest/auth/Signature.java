package io.tinyanalytics.ingest.auth;

import io.tinyanalytics.ingest.refusal.RefusedException;

/** A signature, by which the sender of a body claims to hold a secret. */
interface Signature {

  /**
   * Whether it was made with the secret.
   *
   * @param sent the body as it was sent
   * @throws RefusedException if it is not valid with any secret, or no longer valid
   */
  boolean isMadeWith(String secret, byte[] sent) throws RefusedException;
}
