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

/**
 * The smallest valid events, so that parsing costs little. The number of an event determines its
 * content.
 */
final class Messages {
  private static final String SITE = "site-1";
  private static final long BEGIN = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final Origin UNKNOWN = new Origin(null, null, null, null, ClientHints.NONE, null);

  private Messages() {}

  /**
   * A message with the event of this number.
   *
   * @param offset the offset of the message
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
        number,
        EventJson.write(new RawEvent(id, event, UNKNOWN, BEGIN)));
  }
}
