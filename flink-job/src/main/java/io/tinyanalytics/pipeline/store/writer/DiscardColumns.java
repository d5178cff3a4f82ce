package io.tinyanalytics.pipeline.store.writer;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.pipeline.stream.Discard;
import io.tinyanalytics.pipeline.stream.StoreRow;

/** The columns of {@code discards}, in the order of the schema. */
final class DiscardColumns implements RowColumns {

  private final NativeBlock block = new NativeBlock();
  private final Column reason = block.text("reason");
  private final Column detail = block.text("detail");
  private final Column siteId = block.text("site_id");
  private final Column eventId = block.text("event_id");
  private final Column original = block.text("original");
  private final CoordinateColumns coordinates = new CoordinateColumns(block);

  @Override
  public void begin(long begunAtMillis) {
    block.clear();
    coordinates.begin(begunAtMillis);
  }

  @Override
  public void add(StoreRow row) {
    Discard discard = requireNonNull(row.discard(), "discard is null");
    reason.text(discard.reason().word());
    detail.text(discard.detail());
    siteId.text(discard.siteId());
    eventId.text(discard.eventId());
    original.text(discard.original());
    coordinates.add(row.at());
  }

  @Override
  public NativeBlock block() {
    return block;
  }
}
