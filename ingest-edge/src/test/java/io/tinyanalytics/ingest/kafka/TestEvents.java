package io.tinyanalytics.ingest.kafka;

import io.tinyanalytics.event.ClientEvent;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Events on their way. */
final class TestEvents {

  private static final long NOON = 1_700_000_000_000L;

  static final OutgoingEvent OF_VISITOR = event("order:1", "00f1e2d3c4b5a697");
  static final OutgoingEvent OF_NOBODY = event("order:2", null);

  private TestEvents() {}

  private static OutgoingEvent event(String id, @Nullable String visitorId) {
    ClientEvent event =
        new ClientEvent("site-1", "purchase", null, null, null, null, NOON, null, null, null);
    Origin origin = new Origin(visitorId, null, null, null, ClientHints.NONE, null);
    return new OutgoingEvent(new RawEvent(id, event, origin, NOON), "0011223344556677");
  }
}
