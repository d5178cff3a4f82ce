package io.tinyanalytics.pipeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoredOffsetsTest {

  private final StoredOffsets stored = new StoredOffsets();

  @ParameterizedTest
  @CsvSource({
    "9, false, 9",
    "10, true, 13",
    "12, true, 13",
    "13, false, 13",
    "14, false, 14",
    "20, true, 22",
    "21, true, 22",
    "22, false, 22",
    "23, true, 24",
    "24, false, 24"
  })
  void tellsWhatIsStoredAndTheFirstThatIsNot(long offset, boolean isStored, long firstAbsent) {
    stored.add(0, 10, 12);
    stored.add(0, 20, 21);
    stored.add(0, 23, 23);

    assertThat(stored.contains(0, offset)).isEqualTo(isStored);
    assertThat(stored.firstAbsent(0, offset)).isEqualTo(firstAbsent);
  }

  @Test
  void joinsRangesThatTouchOrOverlap() {
    stored.add(0, 0, 9);
    stored.add(0, 10, 19);
    stored.add(0, 15, 17);
    stored.add(0, 18, 24);

    assertThat(stored.firstAbsent(0, 0)).isEqualTo(25);
  }

  @Test
  void tellsTheLowestOffset() {
    stored.add(0, 5, 9);

    assertThat(stored.lowest(0, 7)).isEqualTo(5);
    assertThat(stored.lowest(0, 3)).isEqualTo(3);
    assertThat(stored.lowest(1, 7)).isEqualTo(7);
  }

  @Test
  void knowsNothingOfOtherPartitions() {
    stored.add(0, 0, 9);

    assertThat(stored.contains(1, 5)).isFalse();
    assertThat(stored.firstAbsent(1, 5)).isEqualTo(5);
  }

  @Test
  void forgetsAPartitionOnceItIsPassed() {
    stored.add(0, 0, 9);

    stored.forgetBelow(0, 9);
    assertThat(stored.isEmpty()).isFalse();
    stored.forgetBelow(1, 10);
    assertThat(stored.isEmpty()).isFalse();
    stored.forgetBelow(0, 10);
    assertThat(stored.isEmpty()).isTrue();
  }
}
