package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where an event came from, in the only form that may be kept: no address can be read from it.
 *
 * @param visitorId 16 hexadecimal digits that name a visitor of one site for one day, or null if
 *     the sender had no address
 * @param ipHash 64 hexadecimal digits, the salted SHA-256 of the address, or null likewise
 * @param ipPrefix the address cut to its /24 (IPv6: /48) for the country look-up, such as {@code
 *     203.0.113.0/24}, or null likewise
 * @param userAgent the user agent, or null if there was none
 * @param hints the client hints that came with it
 * @param acceptLanguage the header {@code Accept-Language}, or null if not sent
 * @param previousVisitorId the visitor's id of the day before, in the half hour after midnight, so
 *     that a visit may go on; else null. It is for that alone and is never stored
 * @param bot whether the user agent is on the edge's deny list and the site wants such events
 *     marked
 */
public record Origin(
    @Nullable String visitorId,
    @Nullable String ipHash,
    @Nullable String ipPrefix,
    @Nullable String userAgent,
    ClientHints hints,
    @Nullable String acceptLanguage,
    @Nullable String previousVisitorId,
    boolean bot) {

  public Origin {
    requireNonNull(hints, "hints is null");
  }

  /** An origin of which the edge knows nothing more. */
  public Origin(
      @Nullable String visitorId,
      @Nullable String ipHash,
      @Nullable String ipPrefix,
      @Nullable String userAgent,
      ClientHints hints,
      @Nullable String acceptLanguage) {
    this(visitorId, ipHash, ipPrefix, userAgent, hints, acceptLanguage, null, false);
  }
}
