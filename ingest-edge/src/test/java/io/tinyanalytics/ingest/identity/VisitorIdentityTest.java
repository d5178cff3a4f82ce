package io.tinyanalytics.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class VisitorIdentityTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 17);
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
                .of(person("site-1", "203.0.113.9", "Firefox"), noon(TODAY), noon(TODAY))
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

  @Test
  void tellsNobodyFromAnotherWhileTheDaysSaltIsNotKnown() {
    lost.add(TODAY);
    Person person = person("site-1", "203.0.113.9", "Firefox");

    assertThat(identities.of(person, noon(TODAY), noon(TODAY))).isEmpty();
    assertThat(identities.of(person, noon(YESTERDAY), noon(TODAY))).isPresent();
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
        .of(person("site-1", "203.0.113.9", "Firefox"), happened, noon(TODAY))
        .orElseThrow();
  }

  private Identity visitor(String site, String ip, @Nullable String userAgent, LocalDate day) {
    return identities.of(person(site, ip, userAgent), noon(day), noon(TODAY)).orElseThrow();
  }

  private static Person person(String site, String ip, @Nullable String userAgent) {
    return new Person(site, ClientAddress.parse(ip).orElseThrow(), userAgent);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
