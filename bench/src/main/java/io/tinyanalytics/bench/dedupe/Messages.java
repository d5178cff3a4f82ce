package io.tinyanalytics.bench.dedupe;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;
import java.time.Instant;

/** The smallest valid events, each a function of its number, so that parsing weighs little. */
final class Messages {
  private static final String SITE = "site-1";
  private static final long BEGIN = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final Origin UNKNOWN = new Origin(null, null, null, null, ClientHints.NONE, null);

  private Messages() {}

  /**
   * The event of this number in a message.
   *
   * @param offset where the message stands
   */
  static RawMessage message(long number, long offset) {
    var id = "e-" + number;
    var event =
        new ClientEvent(
            SITE, ClientEvent.PAGEVIEW, null, null, null, null, BEGIN, null, null, null);
    return new RawMessage(
        new Coordinates(0, offset, BEGIN),
        new MessageHeaders(SITE, id, number),
        EventKey.of(SITE, id),
        EventJson.write(new RawEvent(id, event, UNKNOWN, BEGIN)));
  }
}
