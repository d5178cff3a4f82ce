package io.tinyanalytics.pipeline.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.admit.Fence.Place;
import io.tinyanalytics.pipeline.history.StoredOffsets;
import io.tinyanalytics.pipeline.stream.Coordinates;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FenceTest {

  private final StoredOffsets stored = new StoredOffsets();
  private final StoredOffsets discards = new StoredOffsets();
  private final Fence fence = new Fence(stored, discards);

  @Test
  void holdsBackExactlyWhatIsStored() {
    stored.add(0, 5, 7);
    stored.add(0, 9, 9);

    assertThat(LongStream.range(4, 12).filter(offset -> holdsBack(0, offset)))
        .containsExactly(5L, 6L, 7L, 9L);
  }

  @Test
  void keepsPartitionsApart() {
    stored.add(1, 0, 9);

    assertThat(holdsBack(0, 5)).isFalse();
    assertThat(holdsBack(1, 5)).isTrue();
    assertThat(holdsBack(2, 5)).isFalse();
  }

  @Test
  void isGoneWhenEachPartitionHasPassedIt() {
    stored.add(0, 0, 3);
    stored.add(1, 0, 3);

    assertThat(holdsBack(0, 4)).isFalse();
    assertThat(stored.isEmpty()).isFalse();
    assertThat(holdsBack(1, 5)).isFalse();
    assertThat(stored.isEmpty()).isTrue();
  }

  @Test
  void standsUntilTheLastStoredOffsetIsPassed() {
    stored.add(0, 0, 1);
    stored.add(0, 8, 8);

    assertThat(holdsBack(0, 2)).isFalse();
    assertThat(holdsBack(0, 8)).isTrue();
  }

  @Test
  void tellsEventsFromDiscards() {
    stored.add(0, 5, 7);
    discards.add(0, 6, 6);

    assertThat(LongStream.rangeClosed(5, 8).mapToObj(offset -> fence.find(at(offset))))
        .containsExactly(Place.EVENTS, Place.DISCARDS, Place.EVENTS, Place.NOWHERE);
  }

  private static Coordinates at(long offset) {
    return new Coordinates(0, offset, 0);
  }

  private boolean holdsBack(int partition, long offset) {
    return fence.find(new Coordinates(partition, offset, 0)) != Place.NOWHERE;
  }
}
