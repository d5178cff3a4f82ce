package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.service.sites.SiteKey;
import java.util.List;

/**
 * What the edge needs to know of a site.
 *
 * @param key goes with each of its events
 * @param hmacSecrets when there is one, each of its events must be signed with one of them
 * @param serverSecrets sign for a server that speaks for its visitors; empty if none does
 */
record Site(SiteKey key, List<String> hmacSecrets, List<String> serverSecrets, SitePolicy policy) {

  Site {
    requireNonNull(key, "key is null");
    hmacSecrets = List.copyOf(hmacSecrets);
    serverSecrets = List.copyOf(serverSecrets);
    requireNonNull(policy, "policy is null");
  }

  @Override
  public String toString() {
    return "Site";
  }
}
