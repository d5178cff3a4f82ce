package io.tinyanalytics.query.access;

import io.tinyanalytics.service.sites.SiteKey;
import io.tinyanalytics.service.sites.SitesFile;
import io.tinyanalytics.service.sites.WatchedSites;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may read a site's figures. The decision does not reveal whether a site exists, unless
 * its figures are public.
 */
public final class Sites {

  private final Map<String, Site> byId;
  private final Set<SiteKey> readKeys;

  Sites(Map<String, Site> byId) {
    this.byId = Map.copyOf(byId);
    this.readKeys =
        byId.values().stream()
            .map(Site::readKey)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The sites file, watched, with the parts that the query service reads. */
  public static WatchedSites<Sites> in(Path file) {
    return new WatchedSites<>(new SitesFile<>(file, SiteEntry.class), Sites::new);
  }

  /**
   * Decides for one request.
   *
   * @param sent the header X-TA-API-Key; null if it is absent
   */
  public Access access(String siteId, @Nullable String sent) {
    Site site = byId.get(siteId);
    if (site != null && site.publicStats()) {
      return Access.PUBLIC;
    }
    if (sent == null) {
      return Access.INVALID_KEY;
    }
    SiteKey key = SiteKey.of(sent);
    if (site != null && key.equals(site.readKey())) {
      return Access.PRIVATE;
    }
    return readKeys.contains(key) ? Access.FORBIDDEN_SITE : Access.INVALID_KEY;
  }
}
