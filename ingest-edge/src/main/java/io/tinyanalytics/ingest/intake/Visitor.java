package io.tinyanalytics.ingest.intake;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The person an event is about, as far as known from the connection, the headers and a trusted
 * sender.
 *
 * @param address the address, or null if there is none
 * @param userAgent the user agent, or null if none was sent
 * @param hints the client hints that came with it
 * @param acceptLanguage the preferred languages, or null if none were sent
 * @param optsOut whether the visitor asks not to be tracked ({@code Sec-GPC} or {@code DNT})
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
   * The visitor of an event that this one sent: itself, or another visitor that a trusted sender
   * reports.
   *
   * <p>A trusted sender reports another visitor if the event has {@code ip} or {@code user_agent},
   * even an empty one. Then nothing is taken from the sender's own request: what the event does not
   * give is unknown. If the event has only a {@code user_id}, the sender's own user agent is used,
   * but its address is not, because it is not the user's.
   */
  Visitor of(CollectedEvent collected, boolean trusted) throws RefusedException {
    if (!trusted) {
      checkSpeaksForItself(collected);
      return this;
    }
    if (collected.ip() != null || collected.userAgent() != null) {
      return new Visitor(
          address(collected.ip()), text(collected.userAgent()), ClientHints.NONE, null, false);
    }
    return collected.event().userId() == null
        ? this
        : new Visitor(null, userAgent, hints, acceptLanguage, optsOut);
  }

  private static void checkSpeaksForItself(CollectedEvent collected) throws RefusedException {
    if (text(collected.ip()) != null || text(collected.userAgent()) != null) {
      throw new RefusedException(
          RefusalCode.NOT_TRUSTED,
          "ip and user_agent may only be given in a request signed with the site's secret");
    }
  }

  private static @Nullable ClientAddress address(@Nullable String ip) throws RefusedException {
    String literal = text(ip);
    return literal == null
        ? null
        : ClientAddress.parse(literal)
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusalCode.INVALID_VALUE, "ip must be an IPv4 or IPv6 address"));
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }
}
