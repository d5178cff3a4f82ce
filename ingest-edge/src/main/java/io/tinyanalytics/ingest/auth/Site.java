package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.service.sites.SiteKey;
import java.util.List;

/**
 * What the edge needs to know about a site.
 *
 * @param key the API key that must come with each event
 * @param hmacSecrets if not empty, each event must be signed with one of them or with a server
 *     secret
 * @param serverSecrets the secrets of a server that sends events on behalf of its visitors; empty
 *     if there is none
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
