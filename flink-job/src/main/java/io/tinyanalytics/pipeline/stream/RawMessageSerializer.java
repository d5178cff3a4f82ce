package io.tinyanalytics.pipeline.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes messages for the shuffle from source to admit. */
public final class RawMessageSerializer extends OwnSerializer<RawMessage> {

  /** Shows Flink that two serializers of this class read each other's bytes. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawMessage> {
    public Snapshot() {
      super(RawMessageSerializer::new);
    }
  }

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(RawMessage message, DataOutputView out) throws IOException {
    write(message.at(), out);
    out.writeLong(message.key().high());
    out.writeLong(message.key().low());
    out.writeLong(message.messageKey());
    MessageHeaders headers = message.headers();
    out.writeBoolean(headers != null);
    if (headers != null) {
      out.writeUTF(headers.siteId());
      out.writeUTF(headers.eventId());
      out.writeLong(headers.content());
    }
    writeBytes(message.value(), out);
  }

  @Override
  public RawMessage deserialize(DataInputView in) throws IOException {
    Coordinates at = readCoordinates(in);
    EventKey key = new EventKey(in.readLong(), in.readLong());
    long messageKey = in.readLong();
    MessageHeaders headers =
        in.readBoolean() ? new MessageHeaders(in.readUTF(), in.readUTF(), in.readLong()) : null;
    return new RawMessage(at, headers, key, messageKey, readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<RawMessage> snapshotConfiguration() {
    return new Snapshot();
  }
}
