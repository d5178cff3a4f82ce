package io.tinyanalytics.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.service.settings.SettingException;
import io.tinyanalytics.service.sites.SiteKey;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesTest {
  /** What {@code printf %s hashed-read | sha256sum} prints. */
  private static final String HASH =
      "sha256:fa89f9383bf2b1048601e281ed7f53b4d96e8e339c051ccd00aad2f45da6c5dd";

  private final Sites sites =
      new Sites(
          Map.of(
              "open", site("open-read", true),
              "keyless", new Site(null, true, ZoneOffset.UTC),
              "closed", site("closed-read", false),
              "hashed", site(HASH, false)));

  private static Site site(String readKey, boolean publicStats) {
    return new Site(SiteKey.ofFile(readKey).orElseThrow(), publicStats, ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "open,    ,            PUBLIC",
    "open,    wrong,       PUBLIC",
    "open,    closed-read, PUBLIC",
    "keyless, ,            PUBLIC",
    "closed,  closed-read, PRIVATE",
    "closed,  ,            INVALID_KEY",
    "closed,  '',          INVALID_KEY",
    "closed,  closed-rea,  INVALID_KEY",
    "closed,  Closed-read, INVALID_KEY",
    "closed,  open-read,   FORBIDDEN_SITE",
    "hashed,  hashed-read, PRIVATE",
    "hashed,  closed-read, FORBIDDEN_SITE",
    "nowhere, ,            INVALID_KEY",
    "nowhere, wrong,       INVALID_KEY",
    "nowhere, closed-read, FORBIDDEN_SITE",
  })
  void decidesBySiteAndKey(String siteId, String key, Access access) {
    assertThat(sites.access(siteId, key)).isEqualTo(access);
  }

  @Test
  void knowTheTimeZoneOfASite() {
    assertThat(new SiteEntry(null, true, null).toSite().zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(new SiteEntry(null, true, "Europe/Berlin").toSite().zone())
        .isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThatThrownBy(() -> new SiteEntry(null, true, "Mars").toSite())
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("has an unknown timezone: ");
  }

  @Test
  void doesNotTakeAHashForItsKey() {
    assertThat(sites.access("hashed", HASH)).isEqualTo(Access.INVALID_KEY);
  }
}
