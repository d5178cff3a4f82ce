package io.tinyanalytics.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hashes an address with the salt of a day. So a person is one visitor of one site for one day, and
 * a different visitor on another site or on the next day. All days are those of the site's time
 * zone.
 *
 * <p>There are salts for the day of receipt and the day before. An event of any other day is hashed
 * with the salt of the day of receipt and with its own date. So a person may count twice if late
 * events of one day arrive on two days. An event of the day before is hashed in the same way if the
 * salt of that day is already deleted.
 *
 * <p>An event in the first half hour of a day also has the person's id of the day before, so that a
 * visit continues over midnight.
 */
public final class VisitorIdentity {

  private static final int VISITOR_ID_BYTES = 8;
  private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(30);

  private final DailySalts salts;
  private final byte[] ipHashSalt;

  public VisitorIdentity(DailySalts salts, String ipHashSalt) {
    this.salts = requireNonNull(salts, "salts is null");
    this.ipHashSalt = ipHashSalt.getBytes(UTF_8);
  }

  /**
   * Returns the data that is kept of a person's address; empty while the salt of the day is not
   * known.
   *
   * @param happened the time of the event
   * @param received the time of its receipt
   * @param zone the time zone of the site
   */
  public Optional<Identity> of(Person person, Instant happened, Instant received, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(happened, zone);
    LocalDate today = LocalDate.ofInstant(received, zone);
    boolean begun = day.equals(today) && isJustAfter(day.atStartOfDay(zone).toInstant(), happened);
    return salt(day, today)
        .map(
            salt ->
                new Identity(
                    visitorId(salt, person, day),
                    begun ? visitorIdOfDayBefore(person, day) : null,
                    ipHash(salt, person.address()),
                    person.address().prefix()));
  }

  private Optional<byte[]> salt(LocalDate day, LocalDate today) {
    return day.equals(today.minusDays(1))
        ? salts.of(day).or(() -> salts.of(today))
        : salts.of(today);
  }

  private static boolean isJustAfter(Instant midnight, Instant time) {
    return Duration.between(midnight, time).compareTo(AFTER_MIDNIGHT) < 0;
  }

  private @Nullable String visitorIdOfDayBefore(Person person, LocalDate day) {
    LocalDate before = day.minusDays(1);
    return salts.of(before).map(salt -> visitorId(salt, person, before)).orElse(null);
  }

  private static String visitorId(byte[] salt, Person person, LocalDate day) {
    String userAgent = person.userAgent() == null ? "" : person.userAgent();
    Hasher hasher = Hashing.hmacSha256(salt).newHasher();
    put(hasher, person.siteId().getBytes(UTF_8));
    put(hasher, person.address().network());
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

  /**
   * Writes the length first, so that two different inputs never give the same sequence of bytes.
   */
  private static void put(Hasher hasher, byte[] part) {
    hasher.putInt(part.length).putBytes(part);
  }
}
