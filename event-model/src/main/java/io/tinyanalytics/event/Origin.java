package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where an event came from. This is the only form that may be kept: no IP address can be read from
 * it.
 *
 * @param visitorId 16 hexadecimal digits that identify a visitor of one site for one day of the
 *     site, or null if the sender had no address
 * @param ipHash 64 hexadecimal digits, the salted SHA-256 of the address, or null if the sender had
 *     no address
 * @param ipPrefix the address cut to its /24 (IPv6: /48) for the country look-up, such as {@code
 *     203.0.113.0/24}, or null if the sender had no address
 * @param userAgent the user agent, or null if there was none
 * @param hints the client hints that came with it
 * @param acceptLanguage the header {@code Accept-Language}, or null if not sent
 * @param previousVisitorId the visitor's id of the day before, so that a visit can continue past
 *     midnight; set only in the half hour after the site's midnight, else null. It has no other use
 *     and is never stored
 * @param botName the fragment of the edge's deny list that the user agent contains, at most {@link
 *     EventLimits#NAME_LENGTH} characters; null if it contains none. {@link #UNNAMED_BOT} in
 *     messages of edges that reported only that a fragment matched
 */
public record Origin(
    @Nullable String visitorId,
    @Nullable String ipHash,
    @Nullable String ipPrefix,
    @Nullable String userAgent,
    ClientHints hints,
    @Nullable String acceptLanguage,
    @Nullable String previousVisitorId,
    @Nullable String botName) {

  /** The name of a bot whose message does not say which fragment matched. */
  public static final String UNNAMED_BOT = "bot";

  public Origin {
    requireNonNull(hints, "hints is null");
  }

  /** An origin without a previous visitor id and without a bot. */
  public Origin(
      @Nullable String visitorId,
      @Nullable String ipHash,
      @Nullable String ipPrefix,
      @Nullable String userAgent,
      ClientHints hints,
      @Nullable String acceptLanguage) {
    this(visitorId, ipHash, ipPrefix, userAgent, hints, acceptLanguage, null, null);
  }
}
