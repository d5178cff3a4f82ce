package io.tinyanalytics.pipeline.store.writer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.stream.VarUInt;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NativeBlockTest {

  private static final int ANY_LENGTH = 32;

  private final NativeBlock block = new NativeBlock();

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "1, 01",
    "127, 7f",
    "128, 8001",
    "300, ac02",
    "16383, ff7f",
    "16384, 808001",
    "2097151, ffff7f",
    "2097152, 80808001",
    "2147483647, ffffffff07"
  })
  void writesLengthsSevenBitsAByte(int length, String hex) {
    byte[] bytes = new byte[5];

    int end = VarUInt.put(length, bytes, 0);

    assertThat(HexFormat.of().formatHex(bytes, 0, end)).isEqualTo(hex);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 1_000_000})
  void givesBackTextOfAnyLength(int length) throws IOException {
    String text = "x".repeat(length);
    Column column = block.text("text");
    column.text(text);
    column.text("behind");

    assertThat(DecodedBlock.of(block.compress(2)).column("text")).containsExactly(text, "behind");
  }

  @Test
  void givesBackValuesOfEachType() throws IOException {
    byte[] hash = new byte[ANY_LENGTH];
    Arrays.fill(hash, (byte) 0xab);
    block.text("text").text("ü\u0000🙂");
    block.text("bytes").text("raw".getBytes(UTF_8));
    block.time("time").int64(-1);
    block.day("day").uint16(65_535);
    block.bool("bool").bool(true);
    block.uint16("uint16").uint16(40_000);
    block.uint64("uint64").int64(-1);
    block.fixed("fixed", ANY_LENGTH).fixed(hash);

    DecodedBlock decoded = DecodedBlock.of(block.compress(1));

    assertThat(decoded.rows()).isEqualTo(1);
    assertThat(decoded.columns().values())
        .containsExactly(
            List.of("ü\u0000🙂"),
            List.of("raw"),
            List.of("-1"),
            List.of("65535"),
            List.of("1"),
            List.of("40000"),
            List.of("18446744073709551615"),
            List.of("ab".repeat(ANY_LENGTH)));
  }

  @Test
  void growsWithItsRows() throws IOException {
    Column number = block.uint64("number");
    Column flag = block.bool("flag");
    for (int row = 0; row < 10_000; row++) {
      number.int64(row);
      flag.bool(row % 2 == 0);
    }

    DecodedBlock decoded = DecodedBlock.of(block.compress(10_000));

    assertThat(block.size()).isEqualTo(10_000 * (Long.BYTES + 1));
    assertThat(decoded.column("number").get(9_999)).isEqualTo("9999");
    assertThat(decoded.column("flag")).startsWith("1", "0").endsWith("1", "0");
  }
}
