package io.tinyanalytics.ingest.auth;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The sites whose events are taken. */
public final class Sites {

  private final Map<String, Site> byId;
  private final Set<ApiKey> keys;

  Sites(Map<String, Site> byId) {
    this.byId = Map.copyOf(byId);
    this.keys = byId.values().stream().map(Site::key).collect(Collectors.toUnmodifiableSet());
  }

  Optional<Site> site(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether any site has this key. */
  boolean know(ApiKey key) {
    return keys.contains(key);
  }
}
