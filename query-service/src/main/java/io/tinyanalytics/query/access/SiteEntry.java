package io.tinyanalytics.query.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tinyanalytics.service.settings.SettingException;
import io.tinyanalytics.service.sites.SiteKey;
import io.tinyanalytics.service.sites.SiteZone;
import io.tinyanalytics.service.sites.SitesFile;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a site's entry that this service reads. Without read_key and public_stats, nobody may
 * read the figures.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SiteEntry(
    @JsonProperty("read_key") @Nullable String readKey,
    @JsonProperty("public_stats") boolean publicStats,
    @JsonProperty("timezone") @Nullable String timezone)
    implements SitesFile.Entry<Site> {

  @Override
  public Site toSite() {
    return new Site(key(), publicStats, SiteZone.named(timezone));
  }

  private @Nullable SiteKey key() {
    if (readKey == null || readKey.isBlank()) {
      return null;
    }
    return SiteKey.ofFile(readKey)
        .orElseThrow(
            () ->
                new SettingException(
                    "has an invalid read_key: write sha256: and 64 hexadecimal digits in lower"
                        + " case."));
  }
}
