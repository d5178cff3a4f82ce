package io.tinyanalytics.pipeline.store.writer;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.pipeline.stream.EventRow;
import io.tinyanalytics.pipeline.stream.EventText;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.VisitChange;
import io.tinyanalytics.pipeline.stream.VisitText;
import java.util.Arrays;

/** The columns of {@code events}. */
final class EventColumns implements RowColumns {

  private static final int HASH_BYTES = 32;

  private final NativeBlock block = new NativeBlock();
  private final PackedColumns texts =
      new PackedColumns(block, Arrays.stream(EventText.values()).map(EventText::column).toList());
  private final PackedColumns attributes =
      new PackedColumns(block, Arrays.stream(VisitText.values()).map(VisitText::column).toList());
  private final Column eventDate = block.day("event_date");
  private final Column eventTime = block.time("event_time");
  private final Column visitorId = block.uint64("visitor_id");
  private final Column isBot = block.bool("is_bot");
  private final Column ipHash = block.fixed("ip_hash", HASH_BYTES);
  private final Column engagedMillis = block.uint32("engaged_ms");
  private final Column scroll = block.uint8("scroll");
  private final Column revenueAmount = block.decimal("revenue_amount");
  private final VisitColumns visit = new VisitColumns(block);
  private final Column receivedAt = block.time("_received_at");
  private final CoordinateColumns coordinates = new CoordinateColumns(block);

  @Override
  public void begin(long begunAtMillis) {
    block.clear();
    coordinates.begin(begunAtMillis);
  }

  @Override
  public void add(StoreRow row) {
    EventRow event = requireNonNull(row.event(), "event is null");
    VisitChange change = requireNonNull(row.change(), "change is null");
    texts.add(event.texts());
    attributes.add(change.attributes());
    eventDate.uint16(event.day());
    eventTime.int64(event.timeMillis());
    visitorId.int64(event.visitorId());
    isBot.bool(event.bot());
    ipHash.fixed(event.ipHash());
    engagedMillis.uint32(event.engagedMillis());
    scroll.uint8(event.scroll());
    revenueAmount.int64(event.revenueUnits());
    visit.add(change);
    receivedAt.int64(event.receivedAtMillis());
    coordinates.add(row.at());
  }

  @Override
  public NativeBlock block() {
    return block;
  }
}
