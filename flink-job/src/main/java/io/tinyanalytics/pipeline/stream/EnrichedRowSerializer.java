package io.tinyanalytics.pipeline.stream;

import io.tinyanalytics.event.DiscardReason;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes rows for the shuffle from enrich to sessionize. */
@SuppressWarnings("EnumOrdinal") // both ends of a shuffle are of one version
public final class EnrichedRowSerializer extends OwnSerializer<EnrichedRow> {

  /** Shows Flink that two serializers of this class read each other's bytes. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<EnrichedRow> {
    public Snapshot() {
      super(EnrichedRowSerializer::new);
    }
  }

  private static final long serialVersionUID = 1L;
  private static final EventRow.Kind[] KINDS = EventRow.Kind.values();
  private static final DiscardReason[] REASONS = DiscardReason.values();

  @Override
  public void serialize(EnrichedRow row, DataOutputView out) throws IOException {
    write(row.at(), out);
    out.writeLong(row.messageKey());
    out.writeBoolean(row.stored());
    EventRow event = row.event();
    out.writeBoolean(event != null);
    if (event != null) {
      write(event, out);
    }
    Discard discard = row.discard();
    if (discard != null) {
      write(discard, out);
    }
  }

  @Override
  public EnrichedRow deserialize(DataInputView in) throws IOException {
    Coordinates at = readCoordinates(in);
    long messageKey = in.readLong();
    boolean stored = in.readBoolean();
    return in.readBoolean()
        ? new EnrichedRow(at, messageKey, stored, readEvent(in), null)
        : new EnrichedRow(at, messageKey, stored, null, readDiscard(in));
  }

  private static void write(EventRow event, DataOutputView out) throws IOException {
    out.writeLong(event.key());
    out.writeLong(event.visitor());
    out.writeLong(event.previousVisitor());
    out.writeByte(event.kind().ordinal());
    out.writeBoolean(event.bot());
    out.writeInt(event.day());
    out.writeLong(event.timeMillis());
    out.writeLong(event.receivedAtMillis());
    out.writeLong(event.visitorId());
    writeBytes(event.ipHash(), out);
    out.writeLong(event.engagedMillis());
    out.writeByte(event.scroll());
    out.writeLong(event.revenueUnits());
    writeBytes(event.texts(), out);
    writeBytes(event.attributes(), out);
  }

  private static EventRow readEvent(DataInputView in) throws IOException {
    return new EventRow(
        in.readLong(),
        in.readLong(),
        in.readLong(),
        KINDS[in.readByte()],
        in.readBoolean(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        readBytes(in),
        in.readLong(),
        in.readByte(),
        in.readLong(),
        readBytes(in),
        readBytes(in));
  }

  private static void write(Discard discard, DataOutputView out) throws IOException {
    out.writeByte(discard.reason().ordinal());
    out.writeUTF(discard.detail());
    out.writeUTF(discard.siteId());
    out.writeUTF(discard.eventId());
    writeBytes(discard.original(), out);
  }

  private static Discard readDiscard(DataInputView in) throws IOException {
    return new Discard(
        REASONS[in.readByte()], in.readUTF(), in.readUTF(), in.readUTF(), readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<EnrichedRow> snapshotConfiguration() {
    return new Snapshot();
  }
}
