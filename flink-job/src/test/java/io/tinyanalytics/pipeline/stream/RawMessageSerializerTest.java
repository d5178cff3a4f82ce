package io.tinyanalytics.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RawMessageSerializerTest {

  private static final Coordinates AT = new Coordinates(3, 1L << 40, 1_772_366_400_000L);
  private static final EventKey KEY = new EventKey(Long.MIN_VALUE, -1);
  private static final MessageHeaders HEADERS = new MessageHeaders("sïte-1", "e:1", -7);

  private final RawMessageSerializer serializer = new RawMessageSerializer();

  static Stream<RawMessage> messages() {
    byte[] big = new byte[900 * 1024];
    new Random(1).nextBytes(big);
    return Stream.of(
        message(HEADERS, new byte[] {1, 0, -1}),
        message(null, new byte[] {1, 0, -1}),
        message(null, new byte[0]),
        message(HEADERS, big));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void givesBackWhatItWrote(RawMessage message) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes(message));

    RawMessage read = serializer.deserialize(in);
    assertThat(read.at()).isEqualTo(message.at());
    assertThat(read.headers()).isEqualTo(message.headers());
    assertThat(read.key()).isEqualTo(message.key());
    assertThat(read.messageKey()).isEqualTo(message.messageKey());
    assertThat(read.value()).isEqualTo(message.value());
    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void copiesBytesAsTheyAre(RawMessage message) throws IOException {
    DataOutputSerializer copy = new DataOutputSerializer(64);

    serializer.copy(new DataInputDeserializer(bytes(message)), copy);

    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes(message));
  }

  @Test
  void leavesNothingBetweenTwoMessages() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(message(HEADERS, new byte[] {1}), out);
    serializer.serialize(message(null, new byte[] {2}), out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

    assertThat(serializer.deserialize(in).value()).containsExactly(1);
    assertThat(serializer.deserialize(in).value()).containsExactly(2);
  }

  private static RawMessage message(@Nullable MessageHeaders headers, byte[] value) {
    return new RawMessage(AT, headers, KEY, 42, value);
  }

  private byte[] bytes(RawMessage message) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(message, out);
    return out.getCopyOfBuffer();
  }
}
