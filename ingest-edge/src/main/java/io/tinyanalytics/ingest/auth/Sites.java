package io.tinyanalytics.ingest.auth;

import io.tinyanalytics.service.sites.SiteKey;
import io.tinyanalytics.service.sites.SitesFile;
import io.tinyanalytics.service.sites.WatchedSites;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The sites whose events are accepted. */
public final class Sites {

  private final Map<String, Site> byId;
  private final Set<SiteKey> keys;
  private final Set<String> origins;
  private final Set<ZoneId> zones;

  Sites(Map<String, Site> byId) {
    this.byId = Map.copyOf(byId);
    this.keys = byId.values().stream().map(Site::key).collect(Collectors.toUnmodifiableSet());
    this.origins =
        byId.values().stream()
            .flatMap(site -> site.policy().origins().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.zones =
        byId.values().stream()
            .map(site -> site.policy().zone())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The sites in this file, which is watched for changes. */
  public static WatchedSites<Sites> in(Path file) {
    return new WatchedSites<>(new SitesFile<>(file, SiteEntry.class), Sites::new);
  }

  Optional<Site> site(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether any site has this key. */
  boolean know(SiteKey key) {
    return keys.contains(key);
  }

  /** Whether any site lists this origin. */
  public boolean nameOrigin(String origin) {
    return origins.contains(origin);
  }

  /** The time zones of all sites; at least one. */
  public Set<ZoneId> zones() {
    return zones;
  }
}
