package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

/**
 * The right to send a site's events.
 *
 * @param policy how the site wants its events treated
 * @param trusted whether the sender may send events on behalf of other visitors
 */
public record Grant(SitePolicy policy, boolean trusted) {

  public Grant {
    requireNonNull(policy, "policy is null");
  }
}
