package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.CollectedEvent;
import io.tinyanalytics.event.EventLimits;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Page views of one log as events of one site. An event's id is a hash of the site, its line and
 * the how-manieth such line of the log it is, so that reading the log again gives the same events
 * and equal lines stay different ones.
 */
final class PageViewEvents {
  private static final int ID_BYTES = 16;

  private final String siteId;
  private final String baseUrl;

  private final Occurrences occurrences = new Occurrences();

  /**
   * @param baseUrl what stands before each path, without a last slash
   */
  PageViewEvents(String siteId, String baseUrl) {
    this.siteId = siteId;
    this.baseUrl = baseUrl;
  }

  /** To be called once for each page view of the log, in the log's order. */
  CollectedEvent of(PageView view) {
    var entry = view.entry();
    var event =
        new ClientEvent(
            siteId,
            ClientEvent.PAGEVIEW,
            Objects.requireNonNull(entry.target()).url(baseUrl),
            entry.referrer(),
            null,
            null,
            entry.time().toEpochMilli(),
            null,
            null,
            null);
    return new CollectedEvent(event, idOf(view.line()), entry.address(), cut(entry.userAgent()));
  }

  private String idOf(LogLine line) {
    byte[] named = Digests.sha256((siteId + "\n").getBytes(UTF_8), line.bytes());
    int occurrence = occurrences.next(ByteBuffer.wrap(named).getLong());
    byte[] id = Digests.sha256(named, Integer.toString(occurrence).getBytes(UTF_8));
    return "log-" + HexFormat.of().formatHex(id, 0, ID_BYTES);
  }

  private static @Nullable String cut(@Nullable String userAgent) {
    if (userAgent == null || userAgent.length() <= EventLimits.USER_AGENT_LENGTH) {
      return userAgent;
    }
    boolean splitsPair =
        Character.isHighSurrogate(userAgent.charAt(EventLimits.USER_AGENT_LENGTH - 1));
    return userAgent.substring(0, EventLimits.USER_AGENT_LENGTH - (splitsPair ? 1 : 0));
  }
}
