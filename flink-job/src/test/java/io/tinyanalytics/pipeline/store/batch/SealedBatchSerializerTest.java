package io.tinyanalytics.pipeline.store.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SealedBatchSerializerTest {

  private static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private static final String HEADER =
      TOKEN
          + "01" // events
          + "00000002" // rows
          + "00000003" // partition
          + "0000010000000004"; // offset
  private static final String OLDEST = "0000019ca930c800";
  private static final String BLOCK = "0422184d";
  private static final String GOLDEN_1 = HEADER + BLOCK;
  private static final String GOLDEN_2 = HEADER + OLDEST + BLOCK;

  private static final SealedBatch BATCH =
      new SealedBatch(
          UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
          StoreTable.EVENTS,
          2,
          3,
          (1L << 40) + 4,
          0x19ca930c800L,
          new byte[] {0x04, 0x22, 0x18, 0x4d},
          false);

  private final SealedBatchSerializer serializer = new SealedBatchSerializer();

  @Test
  void writesTheGoldenBytes() {
    assertThat(serializer.getVersion()).isEqualTo(2);
    assertThat(HexFormat.of().formatHex(serializer.serialize(BATCH))).isEqualTo(GOLDEN_2);
  }

  @Test
  void readsTheGoldenBytesAsABatchThatMayBeStored() throws IOException {
    assertThat(read(2, GOLDEN_2))
        .usingRecursiveComparison()
        .isEqualTo(restored(BATCH.oldestMillis()));
  }

  @Test
  void readsTheGoldenBytesOfVersion1WhichTellNoTime() throws IOException {
    SealedBatch batch = read(1, GOLDEN_1);

    assertThat(batch).usingRecursiveComparison().isEqualTo(restored(SealedBatch.UNKNOWN));
    assertThat(batch.age(Instant.EPOCH)).isEmpty();
  }

  private static SealedBatch restored(long oldestMillis) {
    return new SealedBatch(
        BATCH.token(),
        BATCH.table(),
        BATCH.rows(),
        BATCH.partition(),
        BATCH.offset(),
        oldestMillis,
        BATCH.block(),
        true);
  }

  @ParameterizedTest
  @CsvSource({"EVENTS,01", "DISCARDS,02"})
  void keepsTheIdsOfTheTables(StoreTable table, String id) throws IOException {
    assertThat(read(1, GOLDEN_1.replaceFirst(TOKEN + "01", TOKEN + id)).table()).isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 77})
  void refusesAForeignVersion(int version) {
    assertThatThrownBy(() -> read(version, GOLDEN_2))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "A batch in the checkpoint has format %d, this job reads 1 to 2: restore it with the job that wrote it"
                .formatted(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        TOKEN,
        TOKEN + "01000000020000000300000100000000", // cut
        TOKEN + "0300000002000000030000010000000004", // no such table
        TOKEN + "0100000000000000030000010000000004" // no row
      })
  void refusesDamagedBytes(String hex) {
    for (int version : List.of(1, 2)) {
      assertThatThrownBy(() -> read(version, hex))
          .isInstanceOf(IOException.class)
          .hasMessage("A batch in the checkpoint is damaged");
    }
  }

  private SealedBatch read(int version, String hex) throws IOException {
    return serializer.deserialize(version, HexFormat.of().parseHex(hex));
  }
}
