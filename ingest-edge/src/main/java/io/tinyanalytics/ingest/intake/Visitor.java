package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is about, as far as the connection, the headers and a trusted sender tell.
 *
 * @param address the address, or null if there is none
 * @param userAgent the user agent, or null if none was sent
 * @param hints the client hints that came with it
 * @param acceptLanguage the languages asked for, or null if not sent
 * @param optsOut whether the visitor asks not to be followed ({@code Sec-GPC} or {@code DNT})
 */
public record Visitor(
    @Nullable ClientAddress address,
    @Nullable String userAgent,
    ClientHints hints,
    @Nullable String acceptLanguage,
    boolean optsOut) {

  public Visitor {
    requireNonNull(hints, "hints is null");
  }

  /**
   * The one whom the event is about when this one sent it: itself, or another of whom a trusted
   * sender speaks. A user agent in the event goes for all that the sender's headers say of a
   * browser.
   */
  Visitor of(CollectedEvent collected, boolean trusted) throws RefusedException {
    if (collected.ip() == null && collected.userAgent() == null) {
      return this;
    }
    if (!trusted) {
      throw new RefusedException(
          RefusalCode.NOT_TRUSTED,
          "ip and user_agent may only be given in a request signed with the site's secret");
    }
    return at(collected.ip()).with(collected.userAgent());
  }

  private Visitor at(@Nullable String ip) throws RefusedException {
    if (ip == null) {
      return this;
    }
    ClientAddress other =
        ClientAddress.parse(ip)
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusalCode.INVALID_VALUE, "ip must be an IPv4 or IPv6 address"));
    return new Visitor(other, userAgent, hints, acceptLanguage, optsOut);
  }

  private Visitor with(@Nullable String otherUserAgent) {
    return otherUserAgent == null
        ? this
        : new Visitor(address, otherUserAgent, ClientHints.NONE, null, optsOut);
  }
}
