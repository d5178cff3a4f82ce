package io.tinyanalytics.pipeline.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SeenEventsTest {

  private static final String TWO_EVENTS =
      "01"
          + "0102030405060708" // key.low
          + "0000019ca8bbde00" // appended at
          + "f1f2f3f4f5f6f7f8" // content
          + "ffffffffffffffff"
          + "0000000000000001"
          + "0000000000000000";

  @Test
  void writesTheGoldenBytes() {
    byte[] one = SeenEvents.of(null).with(0x0102030405060708L, 0x19ca8bbde00L, 0xf1f2f3f4f5f6f7f8L);
    byte[] two = SeenEvents.of(one).with(-1, 1, SeenEvents.UNKNOWN_CONTENT);

    assertThat(HexFormat.of().formatHex(two)).isEqualTo(TWO_EVENTS);
  }

  @Test
  void readsTheGoldenBytes() {
    SeenEvents seen = SeenEvents.of(HexFormat.of().parseHex(TWO_EVENTS));

    int first = seen.find(0x0102030405060708L);
    int second = seen.find(-1);
    assertThat(seen.appendedAtMillis(first)).isEqualTo(0x19ca8bbde00L);
    assertThat(seen.content(first)).isEqualTo(0xf1f2f3f4f5f6f7f8L);
    assertThat(seen.appendedAtMillis(second)).isEqualTo(1);
    assertThat(seen.content(second)).isEqualTo(SeenEvents.UNKNOWN_CONTENT);
  }

  @Test
  void findsNothingWhereNothingWasSeen() {
    assertThat(SeenEvents.of(null).find(0)).isNegative();
    assertThat(SeenEvents.of(SeenEvents.of(null).with(7, 1, 1)).find(8)).isNegative();
  }

  @Test
  void replacesTheOlderEventOfTheSameKeyOnly() {
    byte[] both = SeenEvents.of(SeenEvents.of(null).with(7, 100, 1)).with(8, 200, 2);

    SeenEvents seen = SeenEvents.of(SeenEvents.of(both).with(7, 300, 3));

    assertThat(seen.appendedAtMillis(seen.find(7))).isEqualTo(300);
    assertThat(seen.content(seen.find(7))).isEqualTo(3);
    assertThat(seen.appendedAtMillis(seen.find(8))).isEqualTo(200);
    assertThat(seen.content(seen.find(8))).isEqualTo(2);
  }

  @Test
  void leavesTheStateThatItReadAsItIs() {
    byte[] state = SeenEvents.of(null).with(7, 100, 1);
    byte[] before = state.clone();

    SeenEvents.of(state).with(7, 300, 3);

    assertThat(state).isEqualTo(before);
  }

  @Test
  void refusesAnotherVersion() {
    assertThatThrownBy(() -> SeenEvents.of(new byte[] {2, 0, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The dedupe state has format 2, this job reads 1: restore it with the job that wrote it");
  }
}
