package io.tinyanalytics.pipeline.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes a message for the shuffle without reflection. The format is not used in any state. */
public final class RawMessageSerializer extends TypeSerializerSingleton<RawMessage> {

  /** Shows Flink that two serializers of this class read each other's bytes. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawMessage> {
    public Snapshot() {
      super(RawMessageSerializer::new);
    }
  }

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(RawMessage message, DataOutputView out) throws IOException {
    out.writeInt(message.at().partition());
    out.writeLong(message.at().offset());
    out.writeLong(message.at().appendedAtMillis());
    out.writeLong(message.key().high());
    out.writeLong(message.key().low());
    MessageHeaders headers = message.headers();
    out.writeBoolean(headers != null);
    if (headers != null) {
      out.writeUTF(headers.siteId());
      out.writeUTF(headers.eventId());
      out.writeLong(headers.content());
    }
    out.writeInt(message.value().length);
    out.write(message.value());
  }

  @Override
  public RawMessage deserialize(DataInputView in) throws IOException {
    Coordinates at = new Coordinates(in.readInt(), in.readLong(), in.readLong());
    EventKey key = new EventKey(in.readLong(), in.readLong());
    MessageHeaders headers =
        in.readBoolean() ? new MessageHeaders(in.readUTF(), in.readUTF(), in.readLong()) : null;
    byte[] value = new byte[in.readInt()];
    in.readFully(value);
    return new RawMessage(at, headers, key, value);
  }

  @Override
  public RawMessage deserialize(RawMessage reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public @Nullable RawMessage createInstance() {
    return null;
  }

  @Override
  public RawMessage copy(RawMessage from) {
    return from;
  }

  @Override
  public RawMessage copy(RawMessage from, RawMessage reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<RawMessage> snapshotConfiguration() {
    return new Snapshot();
  }
}
