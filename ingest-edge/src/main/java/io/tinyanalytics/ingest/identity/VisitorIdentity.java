package io.tinyanalytics.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Hashes an address under the salt of a day, so that a person is one visitor of one site for one
 * day, and another one of the next site and on the next day.
 *
 * <p>There are salts for the day of receipt and the one before. An event of any other day is hashed
 * with the salt of the day of receipt and its own day: late events of one day that come on two days
 * may count a person twice.
 */
public final class VisitorIdentity {

  private static final int VISITOR_ID_BYTES = 8;

  private final DailySalts salts;
  private final byte[] ipHashSalt;

  public VisitorIdentity(DailySalts salts, String ipHashSalt) {
    this.salts = requireNonNull(salts, "salts is null");
    this.ipHashSalt = ipHashSalt.getBytes(UTF_8);
  }

  /**
   * Returns what is kept of an address.
   *
   * @param userAgent the visitor's user agent, or null if it sent none
   * @param eventDay the UTC day on which the event happened
   * @param receiptDay the UTC day on which it is received
   */
  public Identity of(
      String siteId,
      ClientAddress address,
      @Nullable String userAgent,
      LocalDate eventDay,
      LocalDate receiptDay) {
    byte[] salt = salts.of(saltDay(eventDay, receiptDay));
    return new Identity(
        visitorId(salt, siteId, address, userAgent == null ? "" : userAgent, eventDay),
        ipHash(salt, address),
        address.prefix());
  }

  private static LocalDate saltDay(LocalDate eventDay, LocalDate receiptDay) {
    return eventDay.equals(receiptDay.minusDays(1)) ? eventDay : receiptDay;
  }

  private static String visitorId(
      byte[] salt, String siteId, ClientAddress address, String userAgent, LocalDate day) {
    Hasher hasher = Hashing.hmacSha256(salt).newHasher();
    put(hasher, siteId.getBytes(UTF_8));
    put(hasher, address.network());
    put(hasher, userAgent.getBytes(UTF_8));
    hasher.putLong(day.toEpochDay());
    return HexFormat.of().formatHex(hasher.hash().asBytes(), 0, VISITOR_ID_BYTES);
  }

  private String ipHash(byte[] salt, ClientAddress address) {
    Hasher hasher = Hashing.sha256().newHasher();
    put(hasher, ipHashSalt);
    put(hasher, salt);
    put(hasher, address.network());
    return hasher.hash().toString();
  }

  /** Length first, so that no two different inputs are the same bytes in a row. */
  private static void put(Hasher hasher, byte[] part) {
    hasher.putInt(part.length).putBytes(part);
  }
}
