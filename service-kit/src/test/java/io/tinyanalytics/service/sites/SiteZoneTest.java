package io.tinyanalytics.service.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.service.settings.SettingException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteZoneTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void isUtcWhereTheSiteNamesNone(@Nullable String name) {
    assertThat(SiteZone.named(name)).isEqualTo(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Etc/UTC", "Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12", "EST5EDT"})
  void isTheOneOfThisNameInTheIanaDatabase(String name) {
    assertThat(SiteZone.named(name)).isEqualTo(ZoneId.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mars/Olympus",
        "europe/berlin",
        "+02:00",
        "UTC+2",
        "GMT+2",
        "UT",
        "Z",
        "CEST",
        "SystemV/PST8"
      })
  void isRefusedUnderAnyOtherName(String name) {
    assertThatThrownBy(() -> SiteZone.named(name))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("has an unknown timezone: ")
        .hasMessageNotContaining(name + " ");
  }
}
