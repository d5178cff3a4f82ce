package io.tinyanalytics.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.DiscardReason;
import io.tinyanalytics.pipeline.stream.EventRow.Kind;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

final class EnrichedRowSerializerTest {

  private static final Coordinates AT = new Coordinates(3, 1L << 40, 1_000);
  private static final EnrichedRow EVENT =
      new EnrichedRow(
          AT,
          -5,
          true,
          new EventRow(
              1,
              2,
              3,
              Kind.ENGAGEMENT,
              true,
              20_513,
              4,
              5,
              6,
              new byte[] {7},
              8,
              100,
              -9,
              new byte[] {10, 11},
              new byte[] {12}),
          null);
  private static final EnrichedRow DISCARD =
      new EnrichedRow(
          AT,
          6,
          false,
          null,
          new Discard(DiscardReason.MALFORMED, "détail", "site-1", "e-1", new byte[] {-1}));

  private final EnrichedRowSerializer serializer = new EnrichedRowSerializer();

  @Test
  void givesBackWhatItWrote() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(EVENT, out);
    serializer.serialize(DISCARD, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

    assertThat(serializer.deserialize(in)).usingRecursiveComparison().isEqualTo(EVENT);
    assertThat(serializer.deserialize(in)).usingRecursiveComparison().isEqualTo(DISCARD);
    assertThat(in.available()).isZero();
  }
}
