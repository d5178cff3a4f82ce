package io.tinyanalytics.ingest.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class GzipTest {

  private static final int LIMIT = 64 * 1024;
  private static final int HEADER = 10;
  private static final int FLAGS = 3;

  @Test
  void unpacksUpToTheLimit() throws Exception {
    for (int size : new int[] {0, 1, 100, LIMIT}) {
      byte[] content = "x".repeat(size).getBytes(UTF_8);

      assertThat(Gzip.inflate(gzip(content), LIMIT)).isEqualTo(content);
    }
  }

  @Test
  void refusesWhatUnpacksToMore() {
    assertRefused(gzip(new byte[LIMIT + 1]), RefusalCode.TOO_LARGE);
    assertRefused(gzip(new byte[64 * 1024 * 1024]), RefusalCode.TOO_LARGE);
  }

  @Test
  void unpacksNoMoreThanTheTrailerSays() {
    for (int said : new int[] {0, 1, LIMIT - 1}) {
      byte[] bomb = gzip(new byte[64 * 1024 * 1024]);
      ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(bomb.length - 4, said);

      assertRefused(bomb, RefusalCode.MALFORMED_JSON);
    }
  }

  @Test
  void passesOverAllThatAHeaderMayHold() throws Exception {
    byte[] gzip = gzip("hello".getBytes(UTF_8));
    gzip[FLAGS] = 2 | 4 | 8 | 16;
    byte[] fields = "\3\0abcname\0comment\0\1\2".getBytes(UTF_8);
    byte[] packed =
        Bytes.concat(
            Arrays.copyOf(gzip, HEADER), fields, Arrays.copyOfRange(gzip, HEADER, gzip.length));

    assertThat(Gzip.inflate(packed, LIMIT)).asString(UTF_8).isEqualTo("hello");
    for (int length = 0; length < packed.length; length++) {
      assertRefused(Arrays.copyOf(packed, length), RefusalCode.MALFORMED_JSON);
    }
  }

  @Test
  void refusesEachByteThatIsWrong() {
    byte[] gzip = gzip("hello, hello, hello".getBytes(UTF_8));
    for (int i = 0; i < gzip.length; i++) {
      if (i > FLAGS && i < HEADER) {
        continue;
      }
      byte[] wrong = gzip.clone();
      wrong[i] ^= (byte) 0x80;
      assertRefused(wrong, RefusalCode.MALFORMED_JSON);
    }
  }

  @Test
  void refusesMembersInARow() {
    byte[] empty = gzip(new byte[0]);
    byte[] many = Bytes.concat(Collections.nCopies(50_000, empty).toArray(byte[][]::new));

    assertRefused(Bytes.concat(empty, empty), RefusalCode.MALFORMED_JSON);
    assertRefused(many, RefusalCode.MALFORMED_JSON);
  }

  private static void assertRefused(byte[] body, RefusalCode code) {
    assertThatThrownBy(() -> Gzip.inflate(body, LIMIT))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return packed.toByteArray();
  }
}
