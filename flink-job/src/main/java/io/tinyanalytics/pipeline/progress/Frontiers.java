package io.tinyanalytics.pipeline.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The frontiers of all partitions. A known partition is never removed. */
final class Frontiers {

  private final Map<Integer, PartitionFrontier> partitions = new TreeMap<>();
  private Instant lastObserved = Instant.EPOCH;

  /** Starts with the rows of the table {@code pipeline_progress}. */
  Frontiers(Collection<PartitionProgress> stored) {
    stored.forEach(this::put);
  }

  /** The given partitions that are not known yet. */
  Set<Integer> unknownOf(Set<Integer> told) {
    return told.stream()
        .filter(partition -> !partitions.containsKey(partition))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Adds a partition that did not exist at the last observation. Until then, Kafka cannot have
   * acknowledged a message there.
   *
   * @param beginning the first offset of the partition; nothing can be proven about lower offsets,
   *     which Kafka has expired
   */
  void add(int partition, long beginning) {
    put(new PartitionProgress(partition, beginning, lastObserved));
  }

  /**
   * Records the end offset of each partition.
   *
   * @param at an instant before Kafka was asked for the partitions and their ends
   */
  void observe(Instant at, Map<Integer, Long> ends) {
    ends.forEach((partition, end) -> of(partition).observe(at, end));
    lastObserved = at;
  }

  /** The frontier of each partition. */
  Map<Integer, Long> offsets() {
    return progress().stream()
        .collect(Collectors.toMap(PartitionProgress::partition, PartitionProgress::frontier));
  }

  /** Records the first offset of each partition that is not stored. */
  void advance(Map<Integer, Long> firstAbsent) {
    firstAbsent.forEach((partition, offset) -> of(partition).advance(offset));
  }

  /** The current progress, in the order of the partitions. */
  List<PartitionProgress> progress() {
    return partitions.values().stream().map(PartitionFrontier::progress).toList();
  }

  private void put(PartitionProgress known) {
    partitions.put(known.partition(), new PartitionFrontier(known));
  }

  private PartitionFrontier of(int partition) {
    PartitionFrontier frontier = partitions.get(partition);
    if (frontier == null) {
      throw new IllegalArgumentException("partition " + partition + " was not added");
    }
    return frontier;
  }
}
