package io.tinyanalytics.ingest.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an address.
 *
 * @param visitorId 16 hexadecimal digits that name a visitor of one site for one day; null for one
 *     who asks not to be followed
 * @param previousVisitorId the same visitor's id of the day before, in the half hour after
 *     midnight; else null
 * @param ipHash 64 hexadecimal digits, the same for all of a day's events from one address; null
 *     for one who asks not to be followed
 * @param ipPrefix the /24, or the /48 of IPv6, as text
 */
public record Identity(
    @Nullable String visitorId,
    @Nullable String previousVisitorId,
    @Nullable String ipHash,
    String ipPrefix) {

  /** What is kept of the address of one who asks not to be followed. */
  public static Identity nameless(ClientAddress address) {
    return new Identity(null, null, null, address.prefix());
  }
}
