package io.tinyanalytics.pipeline;

import io.tinyanalytics.event.DiscardReason;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.pipeline.enrich.EventEncoder;
import io.tinyanalytics.pipeline.stream.Campaign;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.Device;
import io.tinyanalytics.pipeline.stream.Discard;
import io.tinyanalytics.pipeline.stream.EnrichedEvent;
import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.Page;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.VisitChange;

/** Rows as sessionize hands them to the store. */
public final class TestRows {

  private static final byte[] NO_BYTES = {};

  private TestRows() {}

  /** A page view under the id {@code e-OFFSET}, appended a millisecond per offset after noon. */
  public static StoreRow event(int partition, long offset) {
    return event(
        new Coordinates(partition, offset, TestMessages.NOON + offset),
        TestMessages.pageview("e-" + offset, "https://example.com/" + offset));
  }

  /** The event with nothing told about it. */
  public static StoreRow event(Coordinates at, RawEvent raw) {
    return event(at, new EnrichedEvent(raw, Page.NONE, Campaign.NONE, "", Device.UNKNOWN, ""));
  }

  /** The event, which belongs to no visit. */
  public static StoreRow event(Coordinates at, EnrichedEvent enriched) {
    EventRow event = new EventEncoder().encode(enriched, 1);
    return StoreRow.of(at, event, VisitChange.none(event));
  }

  public static StoreRow discard(int partition, long offset) {
    return discard(new Coordinates(partition, offset, TestMessages.NOON + offset), NO_BYTES);
  }

  public static StoreRow discard(Coordinates at, byte[] original) {
    return StoreRow.of(
        at, new Discard(DiscardReason.MALFORMED, "the reason", "site-1", "e-1", original));
  }
}
