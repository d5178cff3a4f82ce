package io.tinyanalytics.pipeline.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.java.tuple.Tuple2;
import org.junit.jupiter.api.Test;

final class PositionsTest {

  private final Positions positions = new Positions();

  @Test
  void knowsTheNextOffsetOfEachPartitionThatWasRead() {
    positions.read(3, 41);
    positions.read(0, 0);
    positions.read(3, 42);

    assertThat(positions.byPartition()).isEqualTo(Map.of(0, 1L, 3, 43L));
  }

  @Test
  void holdsNothingBeforeTheFirstMessage() {
    assertThat(positions.byPartition()).isEmpty();
    assertThat(positions.snapshot()).isEmpty();
  }

  @Test
  void takesTheHighestOfWhatTheTasksHadRead() {
    positions.restore(List.of(Tuple2.of(0, 7L), Tuple2.of(1, 3L), Tuple2.of(0, 9L)));
    positions.restore(List.of(Tuple2.of(0, 8L)));

    assertThat(positions.byPartition()).isEqualTo(Map.of(0, 9L, 1, 3L));
  }

  @Test
  void doesNotFallBackWhenASourceReplays() {
    positions.restore(List.of(Tuple2.of(0, 9L)));

    positions.read(0, 5);

    assertThat(positions.byPartition()).isEqualTo(Map.of(0, 9L));
  }

  @Test
  void givesTheCheckpointWhatRestoresIt() {
    positions.read(0, 4);
    positions.read(2, 6);

    Positions restored = new Positions();
    restored.restore(positions.snapshot());

    assertThat(restored.byPartition()).isEqualTo(positions.byPartition());
  }
}
