package io.tinyanalytics.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisitorIdentityTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 17);
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  private final List<LocalDate> saltsAsked = new ArrayList<>();
  private final Set<LocalDate> lost = new HashSet<>();
  private final VisitorIdentity identities = new VisitorIdentity(this::salt, "pepper");

  private Optional<byte[]> salt(LocalDate day) {
    saltsAsked.add(day);
    return lost.contains(day)
        ? Optional.empty()
        : Optional.of(("the salt of " + day).getBytes(UTF_8));
  }

  @Test
  void staysTheSameForTheSameVisitor() {
    Identity identity = visitor("site-1", "203.0.113.9", "Firefox", TODAY);

    assertThat(identity).isEqualTo(visitor("site-1", "::ffff:203.0.113.9", "Firefox", TODAY));
    assertThat(identity.visitorId()).matches("[0-9a-f]{16}");
    assertThat(identity.ipHash()).matches("[0-9a-f]{64}");
    assertThat(identity.ipPrefix()).isEqualTo("203.0.113.0/24");
  }

  @Test
  void namesAnotherVisitorForEachPartThatDiffers() {
    assertThat(
            List.of(
                visitor("site-1", "203.0.113.9", "Firefox", TODAY).visitorId(),
                visitor("site-2", "203.0.113.9", "Firefox", TODAY).visitorId(),
                visitor("site-1", "203.0.113.8", "Firefox", TODAY).visitorId(),
                visitor("site-1", "203.0.113.9", "Chrome", TODAY).visitorId(),
                visitor("site-1", "203.0.113.9", null, TODAY).visitorId(),
                visitor("site-1", "203.0.113.9", "Firefox", YESTERDAY).visitorId(),
                visitor("site-1", "203.0.113.9", "Firefox", TODAY.minusDays(2)).visitorId()))
        .doesNotHaveDuplicates();
  }

  @Test
  void cannotBeTrickedByMovingTheBorderBetweenParts() {
    assertThat(visitor("site-1", "203.0.113.9", "ab", TODAY).visitorId())
        .isNotEqualTo(visitor("site-1a", "203.0.113.9", "b", TODAY).visitorId());
  }

  @Test
  void seesOneVisitorInAnIpv6NetworkOf64Bits() {
    Identity identity = visitor("site-1", "2001:db8:1:2::1", "Firefox", TODAY);

    assertThat(identity).isEqualTo(visitor("site-1", "2001:db8:1:2:a:b:c:d", "Firefox", TODAY));
    assertThat(identity.visitorId())
        .isNotEqualTo(visitor("site-1", "2001:db8:1:3::1", "Firefox", TODAY).visitorId());
  }

  @Test
  void asksForSaltsOfTodayAndYesterdayOnly() {
    visitor("site-1", "203.0.113.9", "Firefox", TODAY);
    visitor("site-1", "203.0.113.9", "Firefox", YESTERDAY);
    visitor("site-1", "203.0.113.9", "Firefox", TODAY.minusDays(2));
    visitor("site-1", "203.0.113.9", "Firefox", TODAY.plusDays(1));

    assertThat(saltsAsked).containsExactly(TODAY, YESTERDAY, TODAY, TODAY);
  }

  @Test
  void hashesTheAddressWithTheDaysSaltAndTheOneOfTheOperator() {
    String hash = visitor("site-1", "203.0.113.9", "Firefox", TODAY).ipHash();

    assertThat(visitor("site-2", "203.0.113.9", "Chrome", TODAY).ipHash()).isEqualTo(hash);
    assertThat(visitor("site-1", "203.0.113.9", "Firefox", YESTERDAY).ipHash()).isNotEqualTo(hash);
    assertThat(
            new VisitorIdentity(this::salt, "other")
                .of(person("site-1", "203.0.113.9", "Firefox"), noon(TODAY), noon(TODAY), UTC)
                .orElseThrow()
                .ipHash())
        .isNotEqualTo(hash);
  }

  @Test
  void carriesTheIdOfTheDayBeforeForHalfAnHourAfterMidnight() {
    Instant midnight = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    String before = visitor("site-1", "203.0.113.9", "Firefox", YESTERDAY).visitorId();

    assertThat(at(midnight).previousVisitorId()).isEqualTo(before);
    assertThat(at(midnight.plus(Duration.ofMinutes(30)).minusMillis(1)).previousVisitorId())
        .isEqualTo(before);
    assertThat(at(midnight.plus(Duration.ofMinutes(30))).previousVisitorId()).isNull();
    assertThat(at(midnight.minusMillis(1)).visitorId()).isEqualTo(before);
    assertThat(at(midnight.minusMillis(1)).previousVisitorId()).isNull();
    assertThat(at(midnight.minus(Duration.ofDays(3))).previousVisitorId()).isNull();
    lost.add(YESTERDAY);
    assertThat(at(midnight).previousVisitorId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pacific/Kiritimati",
        "Etc/GMT+12",
        "Asia/Kathmandu",
        "America/New_York",
        "Africa/Cairo" // its clocks change at midnight: 2026-04-24 begins at 01:00
      })
  void changesAtTheMidnightOfTheSite(String name) {
    ZoneId zone = ZoneId.of(name);
    for (LocalDate day : List.of(TODAY, LocalDate.of(2026, 4, 24), LocalDate.of(2026, 3, 8))) {
      ZonedDateTime midnight = day.atStartOfDay(zone);
      saltsAsked.clear();
      Identity last = at(midnight.minusNanos(1_000_000));
      assertThat(saltsAsked).containsExactly(day.minusDays(1));
      Identity first = at(midnight);

      assertThat(last.previousVisitorId()).isNull();
      assertThat(first.visitorId()).isNotEqualTo(last.visitorId());
      assertThat(first.previousVisitorId()).isEqualTo(last.visitorId());
      assertThat(at(midnight.plusMinutes(30).minusNanos(1_000_000)).previousVisitorId())
          .isEqualTo(last.visitorId());
      assertThat(at(midnight.plusMinutes(30)).previousVisitorId()).isNull();
    }
  }

  @Test
  void staysTheSameThroughADayOf23OrOf25Hours() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    for (LocalDate day : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
      ZonedDateTime midnight = day.atStartOfDay(berlin);
      ZonedDateTime next = day.plusDays(1).atStartOfDay(berlin);
      String id = at(midnight).visitorId();

      for (ZonedDateTime time = midnight; time.isBefore(next); time = time.plusMinutes(15)) {
        assertThat(at(time).visitorId()).as("%s", time).isEqualTo(id);
      }
      assertThat(at(next).previousVisitorId()).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
  void hashesAnEventOfAnOlderDayOfTheSiteWithTheSaltOfTheDayOfReceipt(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant received = TODAY.atTime(0, 5).atZone(zone).toInstant();
    Person person = person("site-1", "203.0.113.9", "Firefox");

    Identity yesterday =
        identities.of(person, received.minus(Duration.ofMinutes(6)), received, zone).orElseThrow();
    Identity older =
        identities.of(person, received.minus(Duration.ofDays(2)), received, zone).orElseThrow();

    assertThat(saltsAsked).containsExactly(YESTERDAY, TODAY);
    assertThat(yesterday.previousVisitorId()).isNull();
    assertThat(older.previousVisitorId()).isNull();
    assertThat(older.visitorId()).isNotEqualTo(yesterday.visitorId());
  }

  @Test
  void tellsNobodyFromAnotherWhileTheDaysSaltIsNotKnown() {
    lost.add(TODAY);
    Person person = person("site-1", "203.0.113.9", "Firefox");

    assertThat(identities.of(person, noon(TODAY), noon(TODAY), UTC)).isEmpty();
    assertThat(identities.of(person, noon(YESTERDAY), noon(TODAY), UTC)).isPresent();
  }

  @Test
  void takesTodaysSaltForADayBeforeWhoseSaltIsGone() {
    String kept = visitor("site-1", "203.0.113.9", "Firefox", YESTERDAY).visitorId();
    lost.add(YESTERDAY);

    Identity identity = visitor("site-1", "203.0.113.9", "Firefox", YESTERDAY);
    assertThat(identity.visitorId()).isNotEqualTo(kept);
    assertThat(identity.ipHash())
        .isEqualTo(visitor("site-1", "203.0.113.9", "Firefox", TODAY).ipHash());
  }

  private Identity at(Instant happened) {
    return identities
        .of(person("site-1", "203.0.113.9", "Firefox"), happened, noon(TODAY), UTC)
        .orElseThrow();
  }

  /** An event that the edge receives when it happens. */
  private Identity at(ZonedDateTime time) {
    Instant now = time.toInstant();
    return identities
        .of(person("site-1", "203.0.113.9", "Firefox"), now, now, time.getZone())
        .orElseThrow();
  }

  private Identity visitor(String site, String ip, @Nullable String userAgent, LocalDate day) {
    return identities.of(person(site, ip, userAgent), noon(day), noon(TODAY), UTC).orElseThrow();
  }

  private static Person person(String site, String ip, @Nullable String userAgent) {
    return new Person(site, ClientAddress.parse(ip).orElseThrow(), userAgent);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
