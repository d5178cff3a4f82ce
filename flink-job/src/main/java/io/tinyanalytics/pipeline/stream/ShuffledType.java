package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Makes Flink serialize what crosses a shuffle with our own serializers. */
public final class ShuffledType<T> extends TypeInformation<T> {

  public static final ShuffledType<RawMessage> RAW_MESSAGE =
      new ShuffledType<>(RawMessage.class, new RawMessageSerializer());
  public static final ShuffledType<EnrichedRow> ENRICHED_ROW =
      new ShuffledType<>(EnrichedRow.class, new EnrichedRowSerializer());

  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final TypeSerializer<T> serializer;

  private ShuffledType(Class<T> type, TypeSerializer<T> serializer) {
    this.type = requireNonNull(type, "type is null");
    this.serializer = requireNonNull(serializer, "serializer is null");
  }

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
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ShuffledType<?> that && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof ShuffledType;
  }
}
