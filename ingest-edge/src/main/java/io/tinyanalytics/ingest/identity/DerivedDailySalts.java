package io.tinyanalytics.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Derives each day's salt from IP_HASH_SALT: all edges agree on it without asking each other.
 *
 * <p>Its limit: whoever holds IP_HASH_SALT can derive the salt of any day again, and by trying all
 * addresses find the one behind a hash. Such salts separate days; they do not forget. Keep
 * IP_HASH_SALT as a secret, and change it to make older hashes worthless.
 */
public final class DerivedDailySalts implements DailySalts {

  private final HashFunction hmac;

  public DerivedDailySalts(String ipHashSalt) {
    this.hmac = Hashing.hmacSha256(ipHashSalt.getBytes(UTF_8));
  }

  @Override
  public Optional<byte[]> of(LocalDate day) {
    return Optional.of(hmac.hashString("daily salt of " + day, UTF_8).asBytes());
  }
}
