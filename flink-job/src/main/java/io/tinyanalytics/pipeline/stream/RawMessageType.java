package io.tinyanalytics.pipeline.stream;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Makes Flink serialize {@link RawMessage} with its own serializer. */
public final class RawMessageType extends TypeInformation<RawMessage> {

  private static final long serialVersionUID = 1L;

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<RawMessage> getTypeClass() {
    return RawMessage.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<RawMessage> createSerializer(SerializerConfig config) {
    return new RawMessageSerializer();
  }

  @Override
  public String toString() {
    return "RawMessage";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawMessageType;
  }

  @Override
  public int hashCode() {
    return RawMessageType.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof RawMessageType;
  }
}
