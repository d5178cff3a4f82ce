package io.tinyanalytics.ingest.identity;

import org.jspecify.annotations.Nullable;

/**
 * The data that is kept of an address.
 *
 * @param visitorId 16 hexadecimal digits that identify a visitor of one site for one day of the
 *     site; null for a visitor who asks not to be tracked
 * @param previousVisitorId the same visitor's id of the day before, in the half hour after the
 *     site's midnight; otherwise null
 * @param ipHash 64 hexadecimal digits, the same for all events of a day from one address; null for
 *     a visitor who asks not to be tracked
 * @param ipPrefix the /24 network, or the /48 for IPv6, as text
 */
public record Identity(
    @Nullable String visitorId,
    @Nullable String previousVisitorId,
    @Nullable String ipHash,
    String ipPrefix) {

  /** The data that is kept of the address of a visitor who asks not to be tracked. */
  public static Identity nameless(ClientAddress address) {
    return new Identity(null, null, null, address.prefix());
  }
}
