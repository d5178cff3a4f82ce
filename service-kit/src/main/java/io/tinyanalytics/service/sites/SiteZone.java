package io.tinyanalytics.service.sites;

import io.tinyanalytics.service.settings.SettingException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The key {@code timezone} of a site: the zone in which the site's days begin and end. */
public final class SiteZone {

  /** Names that Java knows besides those of the IANA database. */
  private static final String FOREIGN = "SystemV/";

  private static final Set<String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !name.startsWith(FOREIGN))
          .collect(Collectors.toUnmodifiableSet());

  private SiteZone() {}

  /**
   * The zone of this name.
   *
   * @param name a name of the IANA database, in its spelling; null or empty for UTC
   * @throws SettingException if there is no such name, to continue a sentence that begins with the
   *     site's name
   */
  public static ZoneId named(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return ZoneOffset.UTC;
    }
    if (!NAMES.contains(name)) {
      throw new SettingException(
          "has an unknown timezone: write a name of the IANA database, such as Europe/Berlin.");
    }
    return ZoneId.of(name);
  }
}
