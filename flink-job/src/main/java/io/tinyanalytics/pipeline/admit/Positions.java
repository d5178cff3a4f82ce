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
 * How far this task has read each partition. A partition's messages are spread over all tasks, so
 * the highest position of any of them is where the source stood at the checkpoint.
 */
final class Positions {

  /** Partition and next offset; kept as union state, so that every task is restored all of them. */
  static final ListStateDescriptor<Tuple2<Integer, Long>> STATE =
      new ListStateDescriptor<>("positions", Types.TUPLE(Types.INT, Types.LONG));

  private static final long NOT_READ = -1;

  private long[] next = {};

  /** Notes that {@code offset} was read. */
  void read(int partition, long offset) {
    advance(partition, offset + 1);
  }

  /** Adds what a checkpoint holds. */
  void restore(Iterable<Tuple2<Integer, Long>> checkpoint) {
    for (Tuple2<Integer, Long> position : checkpoint) {
      advance(position.f0, position.f1);
    }
  }

  /** For the checkpoint. */
  List<Tuple2<Integer, Long>> snapshot() {
    List<Tuple2<Integer, Long>> positions = new ArrayList<>();
    byPartition().forEach((partition, offset) -> positions.add(Tuple2.of(partition, offset)));
    return positions;
  }

  /** The next offset of each partition that was read. */
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
