package io.tinyanalytics.pipeline.admit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * How far this task has read each partition. The messages of a partition are spread over all tasks,
 * so the highest position of all tasks is the position of the source at the checkpoint.
 */
final class Positions {

  /**
   * Pairs of partition and next offset. This is union state: each task gets the pairs of all tasks.
   */
  static final ListStateDescriptor<Tuple2<Integer, Long>> STATE =
      new ListStateDescriptor<>("positions", Types.TUPLE(Types.INT, Types.LONG));

  private static final long NOT_READ = -1;

  private long[] next = {};

  /** Records that {@code offset} was read. */
  void read(int partition, long offset) {
    advance(partition, offset + 1);
  }

  /** Adds the positions from a checkpoint. */
  void restore(Iterable<Tuple2<Integer, Long>> checkpoint) {
    for (Tuple2<Integer, Long> position : checkpoint) {
      advance(position.f0, position.f1);
    }
  }

  /** The positions to write to a checkpoint. */
  List<Tuple2<Integer, Long>> snapshot() {
    List<Tuple2<Integer, Long>> positions = new ArrayList<>();
    byPartition().forEach((partition, offset) -> positions.add(Tuple2.of(partition, offset)));
    return positions;
  }

  /** The next offset of each partition that has been read. */
  Map<Integer, Long> byPartition() {
    Map<Integer, Long> positions = new HashMap<>();
    for (int partition = 0; partition < next.length; partition++) {
      if (next[partition] != NOT_READ) {
        positions.put(partition, next[partition]);
      }
    }
    return positions;
  }

  private void advance(int partition, long offset) {
    if (partition >= next.length) {
      int read = next.length;
      next = Arrays.copyOf(next, partition + 1);
      Arrays.fill(next, read, next.length, NOT_READ);
    }
    next[partition] = Math.max(next[partition], offset);
  }
}
