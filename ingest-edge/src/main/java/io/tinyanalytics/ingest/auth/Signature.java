package io.tinyanalytics.ingest.auth;

import io.tinyanalytics.ingest.refusal.RefusedException;

/** What claims that whoever sent a body holds a secret. */
interface Signature {

  /**
   * Whether it was made with the secret.
   *
   * @param sent the body as it was sent
   * @throws RefusedException if it counts with no secret, or no longer
   */
  boolean isMadeWith(String secret, byte[] sent) throws RefusedException;
}
